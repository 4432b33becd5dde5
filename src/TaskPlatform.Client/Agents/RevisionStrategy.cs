using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Which revision of a task an agent calls (<c>revision_strategy</c>). Words the platform adds later are kept and
/// written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<RevisionStrategy>))]
public readonly record struct RevisionStrategy : IParsable<RevisionStrategy>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public RevisionStrategy(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>One revision (<c>pinned</c>); if none is named, the one active when the agent was written. The platform's default.</summary>
    public static RevisionStrategy Pinned => new(Words.Pinned);

    /// <summary>Whatever revision is active when the tool is called (<c>follow_active</c>).</summary>
    public static RevisionStrategy FollowActive => new(Words.FollowActive);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static RevisionStrategy Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RevisionStrategy result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="RevisionStrategy.Pinned"/>.</summary>
        public const string Pinned = "pinned";

        /// <summary>The word of <see cref="RevisionStrategy.FollowActive"/>.</summary>
        public const string FollowActive = "follow_active";
    }
}
