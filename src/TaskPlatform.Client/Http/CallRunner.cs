using TaskPlatform.Client.Authentication;

namespace TaskPlatform.Client.Http;

/// <summary>
/// Runs a call to its end: attempts, one renewal of a refused bearer, repeats where the evidence allows them. The result
/// carries every attempt, so that an answer and an exception can both tell them.
/// </summary>
internal sealed class CallRunner(AttemptSender sender, ITokenSource tokens, RetryPolicy retry, TimeProvider time)
{
    internal async Task<CallResult> RunAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        var call = new CallState(this, draft);
        AttemptResult last = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        return new CallResult(last, call.Attempts, call.Unknown, call.SentAt, time.GetElapsedTime(call.Started));
    }

    private async ValueTask<AttemptResult> RunAsync(CallState call, CancellationToken cancellationToken)
    {
        try
        {
            AttemptResult first = await call.NextAsync(cancellationToken).ConfigureAwait(false);
            return first.Pause is null
                ? first
                : await retry.RepeatAsync(call, first, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException failure) when (cancellationToken.IsCancellationRequested)
        {
            // While waiting for a token or for the next attempt: attempts that went out have said themselves what is known.
            return new AttemptResult
            {
                Outcome = AttemptOutcome.CutOff,
                Failure = new TaskPlatformCanceledException("The caller cancelled while the call was waiting to be sent.", failure, cancellationToken),
            };
        }
    }

    /// <summary>One call under way.</summary>
    internal sealed class CallState(CallRunner runner, RequestDraft draft)
    {
        private readonly List<RequestAttempt> attempts = new(1);
        private int counted;

        internal long Started { get; } = runner.time.GetTimestamp();

        internal DateTimeOffset SentAt { get; } = runner.time.GetUtcNow();

        internal IReadOnlyList<RequestAttempt> Attempts => attempts;

        internal bool Unknown { get; private set; }

        internal async ValueTask<AttemptResult> NextAsync(CancellationToken cancellationToken)
        {
            AttemptResult result = await AttemptAsync(cancellationToken).ConfigureAwait(false);
            if (result is { Outcome: AttemptOutcome.Unauthenticated, Bearer: not null } && await RenewAsync(result.Bearer, cancellationToken).ConfigureAwait(false))
            {
                result = await AttemptAsync(cancellationToken).ConfigureAwait(false);
            }

            counted++;
            Unknown |= (draft.OnceOnly || !draft.Repeatable) && result.Outcome == AttemptOutcome.Unknown;
            result.Pause = runner.retry.PauseAfter(result, draft, counted);
            return result;
        }

        private async ValueTask<AttemptResult> AttemptAsync(CancellationToken cancellationToken)
        {
            long start = runner.time.GetTimestamp();
            AttemptResult result = await runner.sender.SendAsync(draft, cancellationToken).ConfigureAwait(false);
            attempts.Add(new RequestAttempt(result.Outcome, result.StatusCode, runner.time.GetElapsedTime(start)));
            return result;
        }

        // Renewing does not count as an attempt; a fixed key, or a second refusal, ends it.
        private async ValueTask<bool> RenewAsync(BearerToken refused, CancellationToken cancellationToken)
        {
            try
            {
                return draft.Repeatable && await runner.tokens.RenewAsync(refused, cancellationToken).ConfigureAwait(false) is not null;
            }
            catch (TaskPlatformException)
            {
                return false; // the refusal itself is what the caller should see
            }
        }
    }
}
