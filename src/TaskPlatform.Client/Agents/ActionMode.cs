using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Whether a tool call needs a person's consent (<c>action_mode</c>). Words the platform adds later are kept and
/// written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<ActionMode>))]
public readonly record struct ActionMode : IParsable<ActionMode>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public ActionMode(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Runs without asking (<c>auto_run</c>); the platform's default.</summary>
    public static ActionMode AutoRun => new(Words.AutoRun);

    /// <summary>Waits until a person approves (<c>require_approval</c>).</summary>
    public static ActionMode RequireApproval => new(Words.RequireApproval);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ActionMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ActionMode result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="ActionMode.AutoRun"/>.</summary>
        public const string AutoRun = "auto_run";

        /// <summary>The word of <see cref="ActionMode.RequireApproval"/>.</summary>
        public const string RequireApproval = "require_approval";
    }
}
