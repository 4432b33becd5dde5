namespace TaskPlatform.Client.Http;

/// <summary>How a call ended: its last attempt and the facts of all of them.</summary>
internal sealed record CallResult(
    AttemptResult Last, IReadOnlyList<RequestAttempt> Attempts, bool OutcomeUnknown, DateTimeOffset SentAt, TimeSpan Elapsed)
{
    /// <summary>A call that was sent on elsewhere: it ends as the second half does, and tells the attempts of both.</summary>
    internal CallResult FollowedBy(CallResult next) =>
        next with { Attempts = [.. Attempts, .. next.Attempts], SentAt = SentAt, Elapsed = Elapsed + next.Elapsed };
}
