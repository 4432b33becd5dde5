namespace TaskPlatform.Client.Batches;

/// <summary>What a log says of one input: when it was sent, and what became of it; unknown as long as nothing is written.</summary>
internal sealed class RunLogEntry(string? reference, string fingerprint, DateTimeOffset? sentAt)
{
    internal string? Reference => reference;

    internal string Fingerprint => fingerprint;

    internal DateTimeOffset? SentAt => sentAt;

    internal RunOutcomeKind Status { get; set; } = RunOutcomeKind.Unknown;

    /// <summary>Whether <see cref="Status"/> was written down, and is not for want of a line.</summary>
    internal bool HasOutcome { get; set; }

    internal Guid? RunId { get; set; }
}
