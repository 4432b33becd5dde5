namespace TaskPlatform.Client.Calls;

/// <summary>
/// Holds the attempts of a run to the pace of many: it goes with the run's <see cref="RequestOptions"/>, is asked before
/// every attempt, and is told of every refusal, so that all wait once and not each for itself.
/// </summary>
internal interface IAttemptPace
{
    /// <summary>Whether nobody waits any longer: what <see cref="ReadyAsync"/> then throws is no cancellation of the caller's.</summary>
    bool IsOver { get; }

    /// <summary>Completes when the next attempt may be sent.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, or will never be sent because it <see cref="IsOver"/>.</exception>
    ValueTask ReadyAsync(CancellationToken cancellationToken);

    /// <summary>Told that the platform refused an attempt (429, or 503 with <c>Retry-After</c>) and how long to wait now.</summary>
    void Refused(TimeSpan wait);
}
