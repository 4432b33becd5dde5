using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// The type of a field of an <see cref="OutputFormat"/>. Words the platform adds later are kept and written back. The
/// platform has two words for some types; they are equal here (<c>str</c> and <c>string</c>), and each is written back as
/// it came.
/// </summary>
[JsonConverter(typeof(WireWordConverter<OutputType>))]
[SuppressMessage("Naming", "CA1720", Justification = "These are the platform's words for types.")]
public readonly record struct OutputType : IParsable<OutputType>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public OutputType(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Text (<c>str</c>).</summary>
    public static OutputType Text => new(Words.Str);

    /// <summary>True or false (<c>bool</c>).</summary>
    public static OutputType Boolean => new(Words.Bool);

    /// <summary>A whole number (<c>int</c>).</summary>
    public static OutputType Integer => new(Words.Int);

    /// <summary>A number with or without a fraction (<c>number</c>).</summary>
    public static OutputType Number => new(Words.Number);

    /// <summary>A list (<c>list</c>); the field may say of what.</summary>
    public static OutputType List => new(Words.List);

    /// <summary>An object (<c>object</c>); the field may say which fields it has.</summary>
    public static OutputType Object => new(Words.Object);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    private string Meaning => Value switch
    {
        Words.String => Words.Str,
        Words.Boolean => Words.Bool,
        Words.Integer => Words.Int,
        string other => other,
    };

    /// <inheritdoc/>
    public bool Equals(OutputType other) => Meaning == other.Meaning;

    /// <inheritdoc/>
    public override int GetHashCode() => Meaning.GetHashCode(StringComparison.Ordinal);

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static OutputType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OutputType result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="OutputType.Text"/>.</summary>
        public const string Str = "str";

        /// <summary>Another word for <see cref="OutputType.Text"/>.</summary>
        public const string String = "string";

        /// <summary>The word of <see cref="OutputType.Boolean"/>.</summary>
        public const string Bool = "bool";

        /// <summary>Another word for <see cref="OutputType.Boolean"/>.</summary>
        public const string Boolean = "boolean";

        /// <summary>The word of <see cref="OutputType.Integer"/>.</summary>
        public const string Int = "int";

        /// <summary>Another word for <see cref="OutputType.Integer"/>.</summary>
        public const string Integer = "integer";

        /// <summary>The word of <see cref="OutputType.Number"/>.</summary>
        public const string Number = "number";

        /// <summary>The word of <see cref="OutputType.List"/>.</summary>
        public const string List = "list";

        /// <summary>The word of <see cref="OutputType.Object"/>.</summary>
        public const string Object = "object";
    }
}
