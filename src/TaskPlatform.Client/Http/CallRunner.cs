using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http;

/// <summary>
/// Runs a call to its end: attempts, and repeats where the evidence allows them. The call carries every attempt, so that
/// an answer and an exception can both tell them.
/// </summary>
internal sealed class CallRunner(CallParts parts)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<Call> RunAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        var call = new Call(parts, draft);
        AttemptResult last;
        try
        {
            // Here and not in the call: a method less that waits is what a thousand runs at once cost less.
            last = await parts.Sender.SendAsync(draft, cancellationToken).ConfigureAwait(false);
            last = await call.JudgeAsync(last, call.Started, cancellationToken).ConfigureAwait(false);
            if (last.Pause is not null)
            {
                last = await parts.Retry.RepeatAsync(call, last, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException failure) when (cancellationToken.IsCancellationRequested || draft.Pace is { IsOver: true })
        {
            // While waiting for a token or for the next attempt: attempts that went out have said themselves what is known.
            last = new AttemptResult
            {
                Outcome = AttemptOutcome.CutOff,
                Failure = TaskPlatformCanceledException.WhileWaiting(failure, cancellationToken),
            };
        }

        call.End(last);
        Log(draft, call);
        return call;
    }

    // Looked at first: the path is made for the log alone.
    private void Log(RequestDraft draft, Call call)
    {
        ILogger logger = parts.Logger;
        if (call.Last.Failure is null)
        {
            if (logger.IsEnabled(LogLevel.Debug))
            {
                logger.CallAnswered(draft.Method, draft.Path, (int)call.Last.StatusCode!.Value, call.Attempts.Count, (long)call.Elapsed.TotalMilliseconds);
            }
        }
        else if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.CallFailed(draft.Method, draft.Path, call.Last.Outcome, (int?)call.Last.StatusCode, call.Attempts.Count, (long)call.Elapsed.TotalMilliseconds, call.OutcomeUnknown);
        }
    }
}
