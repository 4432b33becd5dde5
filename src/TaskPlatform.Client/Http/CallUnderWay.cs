using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Http;

/// <summary>One call under way: its attempts so far, one renewal of a refused bearer in each, and what is known of its outcome.</summary>
internal sealed class CallUnderWay(CallParts parts, RequestDraft draft)
{
    private readonly List<RequestAttempt> attempts = new(1);
    private int counted;

    internal long Started { get; } = parts.Time.GetTimestamp();

    internal DateTimeOffset SentAt { get; } = parts.Time.GetUtcNow();

    internal IReadOnlyList<RequestAttempt> Attempts => attempts;

    /// <summary>Whether any attempt may have been carried out without its answer getting here.</summary>
    internal bool OutcomeUnknown { get; private set; }

    /// <summary>Makes the next attempt and decides whether another may follow.</summary>
    internal async ValueTask<AttemptResult> NextAsync(CancellationToken cancellationToken)
    {
        AttemptResult result = await AttemptAsync(cancellationToken).ConfigureAwait(false);
        if (result is { Outcome: AttemptOutcome.Unauthenticated, Bearer: not null } && await RenewAsync(result.Bearer, cancellationToken).ConfigureAwait(false))
        {
            parts.Logger.BearerRefused(draft.Method, draft.Path);
            result = await AttemptAsync(cancellationToken).ConfigureAwait(false);
        }

        counted++;
        OutcomeUnknown |= (draft.OnceOnly || !draft.Repeatable) && result.Outcome == AttemptOutcome.Unknown;
        result.Pause = parts.Retry.PauseAfter(result, draft, counted);
        if (result.Pause is { } pause)
        {
            parts.Logger.CallRepeated(draft.Method, draft.Path, counted, result.Outcome, (int?)result.StatusCode, (long)pause.TotalMilliseconds);
        }

        return result;
    }

    private async ValueTask<AttemptResult> AttemptAsync(CancellationToken cancellationToken)
    {
        long start = parts.Time.GetTimestamp();
        AttemptResult result = await parts.Sender.SendAsync(draft, cancellationToken).ConfigureAwait(false);
        if (result.Made)
        {
            attempts.Add(new RequestAttempt(result.Outcome, result.StatusCode, parts.Time.GetElapsedTime(start)));
        }

        return result;
    }

    // Renewing does not count as an attempt; a fixed key, or a second refusal, ends it.
    private async ValueTask<bool> RenewAsync(BearerToken refused, CancellationToken cancellationToken)
    {
        try
        {
            return draft.Repeatable && await parts.Tokens.RenewAsync(refused, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (TaskPlatformException)
        {
            return false; // the refusal itself is what the caller should see
        }
    }
}
