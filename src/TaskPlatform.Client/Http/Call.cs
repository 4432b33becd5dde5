using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http;

/// <summary>One call, under way or ended: its attempts, one renewal of a refused bearer in each, and what is known of its outcome.</summary>
internal sealed class Call(CallParts parts, RequestDraft draft)
{
    private RequestAttempt[] attempts = [];
    private int counted;

    internal long Started { get; } = parts.Time.GetTimestamp();

    internal DateTimeOffset SentAt { get; private set; } = parts.Time.GetUtcNow();

    /// <summary>From the start to the end of the last attempt, waits between attempts included.</summary>
    internal TimeSpan Elapsed { get; private set; }

    internal IReadOnlyList<RequestAttempt> Attempts => attempts;

    /// <summary>Where it is sent.</summary>
    internal Uri Address => draft.Address;

    /// <summary>What the last attempt came to.</summary>
    internal AttemptResult Last { get; private set; } = null!;

    /// <summary>Whether any attempt may have been carried out without its answer getting here.</summary>
    internal bool OutcomeUnknown { get; private set; }

    /// <summary>Makes the next attempt and decides whether another may follow.</summary>
    internal async ValueTask<AttemptResult> NextAsync(CancellationToken cancellationToken)
    {
        if (draft.Pace is { } pace)
        {
            await pace.ReadyAsync(cancellationToken).ConfigureAwait(false);
        }

        long start = parts.Time.GetTimestamp();
        return await JudgeAsync(await parts.Sender.SendAsync(draft, cancellationToken).ConfigureAwait(false), start, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes in what an attempt came to, renews a refused bearer once, and decides whether another attempt may follow.</summary>
    internal async ValueTask<AttemptResult> JudgeAsync(AttemptResult result, long start, CancellationToken cancellationToken)
    {
        Count(result, start);
        if (result is { Outcome: AttemptOutcome.Unauthenticated, Bearer: not null } && await RenewAsync(result.Bearer, cancellationToken).ConfigureAwait(false))
        {
            if (parts.Logger.IsEnabled(LogLevel.Information))
            {
                parts.Logger.BearerRefused(draft.Method, draft.Path);
            }

            start = parts.Time.GetTimestamp();
            result = await parts.Sender.SendAsync(draft, cancellationToken).ConfigureAwait(false);
            Count(result, start);
        }

        counted++;
        OutcomeUnknown |= (draft.OnceOnly || !draft.Repeatable) && result.Outcome == AttemptOutcome.Unknown;
        result.Pause = parts.Retry.PauseAfter(result, draft, counted);
        if (result.Pause is { } pause)
        {
            CallMetrics.Retried(draft.Kind, result.Outcome);
            if (parts.Logger.IsEnabled(LogLevel.Information))
            {
                parts.Logger.CallRepeated(draft.Method, draft.Path, counted, result.Outcome, (int?)result.StatusCode, (long)pause.TotalMilliseconds);
            }
        }

        if (result.Outcome == AttemptOutcome.Throttled && draft.Pace is { } pace)
        {
            // Waiting is then the pace's: once for all, and for as long as was asked.
            pace.Refused(result.Pause ?? parts.Retry.WaitAfter(result, counted));
            result.Pause = result.Pause is null ? null : TimeSpan.Zero;
        }

        return result;
    }

    internal void End(AttemptResult last)
    {
        Last = last;
        Elapsed = parts.Time.GetElapsedTime(Started);
    }

    /// <summary>Makes this the second half of a call that was sent on elsewhere: it tells the attempts of both.</summary>
    internal void Follow(Call first)
    {
        attempts = [.. first.attempts, .. attempts];
        SentAt = first.SentAt;
        Elapsed += first.Elapsed;
    }

    private void Count(AttemptResult result, long start)
    {
        if (result.Made)
        {
            var attempt = new RequestAttempt(result.Outcome, result.StatusCode, parts.Time.GetElapsedTime(start));
            attempts = [.. attempts, attempt];
            if (attempt.Outcome != AttemptOutcome.Answered)
            {
                AttemptEvents.Tell(attempt, draft.Address); // an answer is told once it is read
            }
        }
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
