using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How an agent executes (<c>mode</c>). Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<AgentMode>))]
public readonly record struct AgentMode : IParsable<AgentMode>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public AgentMode(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Chooses its tools itself (<c>agentic</c>); the platform's default.</summary>
    public static AgentMode Agentic => new(Words.Agentic);

    /// <summary>Runs its tools in order (<c>sequential</c>); needs two tools or more and no skills, integrations or MCP servers.</summary>
    public static AgentMode Sequential => new(Words.Sequential);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static AgentMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgentMode result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="AgentMode.Agentic"/>.</summary>
        public const string Agentic = "agentic";

        /// <summary>The word of <see cref="AgentMode.Sequential"/>.</summary>
        public const string Sequential = "sequential";
    }
}
