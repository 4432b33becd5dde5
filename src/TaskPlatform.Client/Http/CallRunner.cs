using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Http;

/// <summary>
/// Runs a call to its end: attempts, and repeats where the evidence allows them. The result carries every attempt, so
/// that an answer and an exception can both tell them.
/// </summary>
internal sealed class CallRunner(CallParts parts)
{
    internal async Task<CallResult> RunAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        var call = new CallUnderWay(parts, draft);
        AttemptResult last = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        var result = new CallResult(last, call.Attempts, call.OutcomeUnknown, call.SentAt, parts.Time.GetElapsedTime(call.Started));
        Log(draft, result);
        return result;
    }

    private async ValueTask<AttemptResult> RunAsync(CallUnderWay call, CancellationToken cancellationToken)
    {
        try
        {
            AttemptResult first = await call.NextAsync(cancellationToken).ConfigureAwait(false);
            return first.Pause is null
                ? first
                : await parts.Retry.RepeatAsync(call, first, cancellationToken).ConfigureAwait(false);
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

    private void Log(RequestDraft draft, CallResult result)
    {
        ILogger logger = parts.Logger;
        long milliseconds = (long)result.Elapsed.TotalMilliseconds;
        if (result.Last.Failure is null)
        {
            logger.CallAnswered(draft.Method, draft.Path, (int)result.Last.StatusCode!.Value, result.Attempts.Count, milliseconds);
        }
        else
        {
            logger.CallFailed(draft.Method, draft.Path, result.Last.Outcome, (int?)result.Last.StatusCode, result.Attempts.Count, milliseconds, result.OutcomeUnknown);
        }
    }
}
