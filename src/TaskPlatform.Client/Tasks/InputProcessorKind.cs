using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Which processor loads or transforms an input before the prompt is filled (<c>input_processor</c>). The set is open:
/// Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<InputProcessorKind>))]
public readonly record struct InputProcessorKind : IParsable<InputProcessorKind>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public InputProcessorKind(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Fetches the page behind the URL given as input (<c>url_fetcher</c>).</summary>
    public static InputProcessorKind UrlFetcher => new(Words.UrlFetcher);

    /// <summary>Reads the text of a file (<c>document_content_extractor</c>); its <c>config.filename</c> says of which.</summary>
    public static InputProcessorKind DocumentContentExtractor => new(Words.DocumentContentExtractor);

    /// <summary>Searches the web (<c>perplexity_search</c>).</summary>
    public static InputProcessorKind PerplexitySearch => new(Words.PerplexitySearch);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static InputProcessorKind Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InputProcessorKind result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="InputProcessorKind.UrlFetcher"/>.</summary>
        public const string UrlFetcher = "url_fetcher";

        /// <summary>The word of <see cref="InputProcessorKind.DocumentContentExtractor"/>.</summary>
        public const string DocumentContentExtractor = "document_content_extractor";

        /// <summary>The word of <see cref="InputProcessorKind.PerplexitySearch"/>.</summary>
        public const string PerplexitySearch = "perplexity_search";
    }
}
