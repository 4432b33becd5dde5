using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Who sees all runs of a task (<c>task_run_visibility</c>) or of a task agent (<c>task_agent_run_visibility</c>).
/// Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<RunVisibility>))]
public readonly record struct RunVisibility : IParsable<RunVisibility>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public RunVisibility(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Only the owners (<c>owner_only</c>); the platform's default.</summary>
    public static RunVisibility OwnerOnly => new(Words.OwnerOnly);

    /// <summary>Editors too (<c>editors_and_owners</c>).</summary>
    public static RunVisibility EditorsAndOwners => new(Words.EditorsAndOwners);

    /// <summary>Everyone who may view the task or the agent (<c>all_viewers</c>).</summary>
    public static RunVisibility AllViewers => new(Words.AllViewers);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static RunVisibility Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RunVisibility result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="RunVisibility.OwnerOnly"/>.</summary>
        public const string OwnerOnly = "owner_only";

        /// <summary>The word of <see cref="RunVisibility.EditorsAndOwners"/>.</summary>
        public const string EditorsAndOwners = "editors_and_owners";

        /// <summary>The word of <see cref="RunVisibility.AllViewers"/>.</summary>
        public const string AllViewers = "all_viewers";
    }
}
