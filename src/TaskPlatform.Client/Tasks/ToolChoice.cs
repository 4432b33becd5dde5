using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How freely the model calls the MCP tools of its revision (<c>tool_choice</c>). Words the platform adds later are
/// kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<ToolChoice>))]
public readonly record struct ToolChoice : IParsable<ToolChoice>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public ToolChoice(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The model must call a tool (<c>required</c>).</summary>
    public static ToolChoice Required => new(Words.Required);

    /// <summary>The model decides (<c>auto</c>).</summary>
    public static ToolChoice Auto => new(Words.Auto);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ToolChoice Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ToolChoice result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="ToolChoice.Required"/>.</summary>
        public const string Required = "required";

        /// <summary>The word of <see cref="ToolChoice.Auto"/>.</summary>
        public const string Auto = "auto";
    }
}
