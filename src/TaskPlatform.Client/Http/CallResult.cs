namespace TaskPlatform.Client.Http;

/// <summary>How a call ended: its last attempt and the facts of all of them.</summary>
internal sealed record CallResult(
    AttemptResult Last, IReadOnlyList<RequestAttempt> Attempts, bool OutcomeUnknown, DateTimeOffset SentAt, TimeSpan Elapsed);
