using Polly;
using Polly.Retry;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// Decides whether a call may go out again and how long to wait; Polly does the waiting. Its pipeline is built at the
/// first failure, since most clients never see one.
/// </summary>
internal sealed class RetryPolicy(TaskPlatformRetryOptions options, TimeProvider time, Func<double> random)
{
    private readonly TimeSpan baseDelay = options.BaseDelay;
    private readonly TimeSpan maxDelay = options.MaxDelay;
    private readonly TimeSpan maxRetryAfter = options.MaxRetryAfter;
    private ResiliencePipeline<AttemptResult>? pipeline;

    /// <summary>How long to wait before the next attempt, or null where there must be none.</summary>
    internal TimeSpan? PauseAfter(AttemptResult result, RequestDraft draft, int attempts) =>
        attempts < draft.MaxAttempts && MayRepeat(result, draft) ? Delay(result, attempts) : null;

    /// <summary>How long anybody should wait now, whether or not this call may go on and however long it is.</summary>
    internal TimeSpan WaitAfter(AttemptResult result, int attempts) =>
        result.RetryAfter is { } asked ? Stretched(asked) : Backoff(attempts);

    /// <summary>Repeats until an attempt has no pause behind it.</summary>
    internal async ValueTask<AttemptResult> RepeatAsync(Call call, AttemptResult first, CancellationToken cancellationToken)
    {
        ResiliencePipeline<AttemptResult> waiting = pipeline ??= Build();
        AttemptResult? failed = first;
        return await waiting.ExecuteAsync(
            async token =>
            {
                AttemptResult? before = failed;
                failed = null;
                return before ?? await call.NextAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static bool MayRepeat(AttemptResult result, RequestDraft draft) => result.Outcome switch
    {
        AttemptOutcome.NotSent => true,
        AttemptOutcome.Throttled => draft.Repeatable,
        AttemptOutcome.Unknown when draft.Form == AnswerForm.File && result.StatusCode is { } status && FileRedirect.IsRedirect(status) => false, // the file is elsewhere
        AttemptOutcome.Unknown or AttemptOutcome.CutOff => draft.Repeatable && !draft.OnceOnly && result.Failure is not OperationCanceledException,
        _ => false,
    };

    // The platform's own wait in full and a little more, so that a thousand callers don't come back at once; without
    // one, anything between nothing and an exponentially growing limit.
    private TimeSpan? Delay(AttemptResult result, int attempts) =>
        result.RetryAfter > maxRetryAfter ? null : WaitAfter(result, attempts);

    private TimeSpan Stretched(TimeSpan asked) => asked * (1 + (0.1 * random()));

    private TimeSpan Backoff(int attempts) =>
        TimeSpan.FromMilliseconds(Math.Min(maxDelay.TotalMilliseconds, baseDelay.TotalMilliseconds * Math.Pow(2, attempts - 1)) * random());

    private ResiliencePipeline<AttemptResult> Build() =>
        new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<AttemptResult>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result?.Pause is not null),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result!.Pause),
            })
            .Build();
}
