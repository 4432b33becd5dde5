using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Whether a file of a run was sent with it or made by it (<c>source</c>). Words the platform adds later are kept and
/// written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<RunFileSource>))]
public readonly record struct RunFileSource : IParsable<RunFileSource>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public RunFileSource(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Sent with the run (<c>input</c>).</summary>
    public static RunFileSource Input => new(Words.Input);

    /// <summary>Made by the run (<c>generated</c>).</summary>
    public static RunFileSource Generated => new(Words.Generated);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static RunFileSource Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RunFileSource result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="RunFileSource.Input"/>.</summary>
        public const string Input = "input";

        /// <summary>The word of <see cref="RunFileSource.Generated"/>.</summary>
        public const string Generated = "generated";
    }
}
