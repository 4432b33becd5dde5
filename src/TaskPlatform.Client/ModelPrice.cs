using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How dear a model is (<c>price</c>). Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<ModelPrice>))]
public readonly record struct ModelPrice : IParsable<ModelPrice>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public ModelPrice(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The cheapest tier (<c>cheap</c>).</summary>
    public static ModelPrice Cheap => new(Words.Cheap);

    /// <summary>The middle tier (<c>average</c>).</summary>
    public static ModelPrice Average => new(Words.Average);

    /// <summary>The dearest tier (<c>expensive</c>).</summary>
    public static ModelPrice Expensive => new(Words.Expensive);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ModelPrice Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModelPrice result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="ModelPrice.Cheap"/>.</summary>
        public const string Cheap = "cheap";

        /// <summary>The word of <see cref="ModelPrice.Average"/>.</summary>
        public const string Average = "average";

        /// <summary>The word of <see cref="ModelPrice.Expensive"/>.</summary>
        public const string Expensive = "expensive";
    }
}
