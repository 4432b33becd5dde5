using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How fast a model answers (<c>speed</c>). Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<ModelSpeed>))]
public readonly record struct ModelSpeed : IParsable<ModelSpeed>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public ModelSpeed(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The usual speed (<c>standard</c>).</summary>
    public static ModelSpeed Standard => new(Words.Standard);

    /// <summary>Faster than usual (<c>fast</c>).</summary>
    public static ModelSpeed Fast => new(Words.Fast);

    /// <summary>The fastest tier (<c>ultra fast</c>); the word has a space.</summary>
    public static ModelSpeed UltraFast => new(Words.UltraFast);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ModelSpeed Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModelSpeed result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="ModelSpeed.Standard"/>.</summary>
        public const string Standard = "standard";

        /// <summary>The word of <see cref="ModelSpeed.Fast"/>.</summary>
        public const string Fast = "fast";

        /// <summary>The word of <see cref="ModelSpeed.UltraFast"/>.</summary>
        public const string UltraFast = "ultra fast";
    }
}
