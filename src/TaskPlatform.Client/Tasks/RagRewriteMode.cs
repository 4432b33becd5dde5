using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How a question is rewritten before the collection is searched (<c>rewrite_mode</c>). Words the platform adds later
/// are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<RagRewriteMode>))]
public readonly record struct RagRewriteMode : IParsable<RagRewriteMode>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public RagRewriteMode(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Searched as it is (<c>none</c>).</summary>
    public static RagRewriteMode None => new(Words.None);

    /// <summary>Rewritten into one query (<c>single_query</c>); the platform's default.</summary>
    public static RagRewriteMode SingleQuery => new(Words.SingleQuery);

    /// <summary>Rewritten into several queries (<c>multi_query</c>).</summary>
    public static RagRewriteMode MultiQuery => new(Words.MultiQuery);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static RagRewriteMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RagRewriteMode result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="RagRewriteMode.None"/>.</summary>
        public const string None = "none";

        /// <summary>The word of <see cref="RagRewriteMode.SingleQuery"/>.</summary>
        public const string SingleQuery = "single_query";

        /// <summary>The word of <see cref="RagRewriteMode.MultiQuery"/>.</summary>
        public const string MultiQuery = "multi_query";
    }
}
