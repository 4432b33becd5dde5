using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// What happens when a person rejects a tool call (<c>rejection_behavior</c>). Words the platform adds later are kept
/// and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<RejectionBehavior>))]
public readonly record struct RejectionBehavior : IParsable<RejectionBehavior>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public RejectionBehavior(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The run ends (<c>end_run</c>); the platform's default.</summary>
    public static RejectionBehavior EndRun => new(Words.EndRun);

    /// <summary>The model is told and goes on (<c>return_rejection_to_model</c>).</summary>
    public static RejectionBehavior ReturnRejectionToModel => new(Words.ReturnRejectionToModel);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static RejectionBehavior Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RejectionBehavior result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="RejectionBehavior.EndRun"/>.</summary>
        public const string EndRun = "end_run";

        /// <summary>The word of <see cref="RejectionBehavior.ReturnRejectionToModel"/>.</summary>
        public const string ReturnRejectionToModel = "return_rejection_to_model";
    }
}
