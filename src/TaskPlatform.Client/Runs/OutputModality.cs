using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// What kind of thing a task answers with (<c>output_modality</c>). It is chosen when the task is made and can't be
/// updated. Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<OutputModality>))]
public readonly record struct OutputModality : IParsable<OutputModality>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public OutputModality(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>An object shaped by the output format (<c>json</c>); the platform's default.</summary>
    public static OutputModality Json => new(Words.Json);

    /// <summary>A picture (<c>image</c>).</summary>
    public static OutputModality Image => new(Words.Image);

    /// <summary>Sound (<c>audio</c>).</summary>
    public static OutputModality Audio => new(Words.Audio);

    /// <summary>A PDF document (<c>pdf</c>).</summary>
    public static OutputModality Pdf => new(Words.Pdf);

    /// <summary>Plain text (<c>text</c>).</summary>
    public static OutputModality Text => new(Words.Text);

    /// <summary>Comma-separated values (<c>csv</c>).</summary>
    public static OutputModality Csv => new(Words.Csv);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static OutputModality Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OutputModality result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="OutputModality.Json"/>.</summary>
        public const string Json = "json";

        /// <summary>The word of <see cref="OutputModality.Image"/>.</summary>
        public const string Image = "image";

        /// <summary>The word of <see cref="OutputModality.Audio"/>.</summary>
        public const string Audio = "audio";

        /// <summary>The word of <see cref="OutputModality.Pdf"/>.</summary>
        public const string Pdf = "pdf";

        /// <summary>The word of <see cref="OutputModality.Text"/>.</summary>
        public const string Text = "text";

        /// <summary>The word of <see cref="OutputModality.Csv"/>.</summary>
        public const string Csv = "csv";
    }
}
