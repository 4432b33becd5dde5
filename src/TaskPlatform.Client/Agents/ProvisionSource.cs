using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// How an MCP server or an integration came to an agent (<c>provision_source</c>). Words the platform adds later are
/// kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<ProvisionSource>))]
public readonly record struct ProvisionSource : IParsable<ProvisionSource>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public ProvisionSource(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Attached by hand (<c>manual</c>).</summary>
    public static ProvisionSource Manual => new(Words.Manual);

    /// <summary>Brought along by a skill (<c>skill_capability</c>).</summary>
    public static ProvisionSource SkillCapability => new(Words.SkillCapability);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ProvisionSource Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProvisionSource result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="ProvisionSource.Manual"/>.</summary>
        public const string Manual = "manual";

        /// <summary>The word of <see cref="ProvisionSource.SkillCapability"/>.</summary>
        public const string SkillCapability = "skill_capability";
    }
}
