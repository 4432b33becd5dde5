using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Runs;

/// <summary>
/// Decides which model a run goes to. The primary first; if it fails in a way that shows it did not answer, the same run
/// once more with <c>use_fallback_model=true</c>. Whatever happened is on the run, or on the exception.
/// </summary>
internal sealed class FallbackRunner(TaskPlatformFallbackOptions options, bool throwOnRunError, TimeProvider time, ILogger logger)
{
    private readonly FallbackMode mode = options.Mode;
    private readonly bool onUnknownOutcome = options.OnUnknownOutcome;
    private readonly FallbackMemory memory = new(options.FailuresBeforeBreak, options.BreakDuration, time);

    internal async Task<TaskRun> RunAsync(RunCall call, CancellationToken cancellationToken)
    {
        FallbackMode chosen = call.Options?.Fallback ?? mode;
        if (call.Request.UseFallbackModel is { } given)
        {
            return Finish(await SendAsync(call, given, cancellationToken).ConfigureAwait(false));
        }

        if (chosen == FallbackMode.Always)
        {
            return Finish(await SendAsync(call, useFallbackModel: true, cancellationToken).ConfigureAwait(false));
        }

        if (chosen == FallbackMode.Never || !RunUploads.CanReopen(call.Request))
        {
            return Finish(await SendAsync(call, useFallbackModel: null, cancellationToken).ConfigureAwait(false));
        }

        if (memory.GoesStraightToFallback(call))
        {
            try
            {
                return Finish(await SendAsync(call, useFallbackModel: true, cancellationToken).ConfigureAwait(false));
            }
            catch (TaskPlatformApiException refusal) when (IsRefusal(refusal))
            {
                Refused(call, refusal);
            }
        }

        return await PrimaryFirstAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TaskRun> PrimaryFirstAsync(RunCall call, CancellationToken cancellationToken)
    {
        TaskRun? primaryRun = null;
        TaskPlatformException? primaryError = null;
        try
        {
            primaryRun = await SendAsync(call, useFallbackModel: null, cancellationToken).ConfigureAwait(false);
            if (!primaryRun.IsError || primaryRun.Fallback.Used)
            {
                memory.PrimaryAnswered(call);
                return Finish(primaryRun);
            }
        }
        catch (TaskPlatformException failure) when (Triggers(failure))
        {
            primaryError = failure;
        }

        memory.PrimaryFailed(call);
        if (memory.HasNoFallback(call.TaskId))
        {
            return Finish(primaryRun, primaryError, refusal: null);
        }

        return await FallBackAsync(call, primaryRun, primaryError, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TaskRun> FallBackAsync(RunCall call, TaskRun? primaryRun, TaskPlatformException? primaryError, CancellationToken cancellationToken)
    {
        logger.FallbackUsed(call.TaskId);
        TaskRun run;
        try
        {
            run = await SendAsync(call, useFallbackModel: true, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskPlatformApiException refusal) when (IsRefusal(refusal))
        {
            Refused(call, refusal);
            return Finish(primaryRun, primaryError, refusal);
        }
        catch (TaskPlatformException failure)
        {
            throw RunFailure.Both(primaryRun, primaryError, fallbackRun: null, failure);
        }
        catch (TaskPlatformCanceledException canceled)
        {
            // Cancelling the second request does not make the first one's outcome known, nor its run unmade.
            CallFacts facts = canceled.Facts ?? new CallFacts();
            canceled.Facts = facts with
            {
                OutcomeUnknown = facts.OutcomeUnknown || primaryError?.OutcomeUnknown == true,
                RunId = facts.RunId ?? primaryRun?.Id ?? primaryError?.RunId,
                Attempts = [.. primaryRun?.Response?.Attempts ?? primaryError?.Attempts ?? [], .. facts.Attempts],
            };
            throw;
        }

        run = run.WithFallback(run.Fallback with { PrimaryRun = primaryRun, PrimaryError = primaryError });
        if (run.IsError)
        {
            return throwOnRunError ? throw RunFailure.Both(primaryRun, primaryError, run, fallbackError: null) : run;
        }

        memory.FallbackAnswered(call);
        return run;
    }

    private void Refused(RunCall call, TaskPlatformApiException refusal)
    {
        memory.FallbackRefused(call);
        logger.FallbackRefused(call.TaskId, (int?)refusal.StatusCode);
    }

    private static async Task<TaskRun> SendAsync(RunCall call, bool? useFallbackModel, CancellationToken cancellationToken)
    {
        Answer<TaskRun> answer = await call.Send(call, useFallbackModel, cancellationToken).ConfigureAwait(false);
        TaskRun run = answer.Value.WithResponse(answer.Response).WithExpectedModality(call.Request.ExpectedModality);
        return useFallbackModel == true
            ? run.WithFallback(run.Fallback with { Used = !SaysPrimary(run), By = FallbackOrigin.Client })
            : run;
    }

    // Older answers don't say; a platform that says it used the primary is believed.
    private static bool SaysPrimary(TaskRun run) =>
        run.Raw.TryGetProperty("used_fallback_model"u8, out JsonElement used) && used.ValueKind == JsonValueKind.False;

    private TaskRun Finish(TaskRun run) =>
        run.IsError && throwOnRunError ? throw RunFailure.Of(run) : run;

    // No fallback answered: the caller gets what the primary came to, with the refusal where there was one.
    private TaskRun Finish(TaskRun? primaryRun, TaskPlatformException? primaryError, TaskPlatformApiException? refusal)
    {
        if (primaryError is not null)
        {
            primaryError.FallbackError = refusal;
            throw primaryError;
        }

        if (!throwOnRunError)
        {
            return primaryRun!;
        }

        TaskRunFailedException failure = RunFailure.Of(primaryRun!);
        failure.FallbackError = refusal;
        throw failure;
    }

    private bool Triggers(TaskPlatformException failure) =>
        failure.Attempts is [.., { Outcome: AttemptOutcome.Throttled }]
            ? !failure.OutcomeUnknown || onUnknownOutcome
            : failure.OutcomeUnknown && onUnknownOutcome;

    private static bool IsRefusal(TaskPlatformApiException failure) => failure.StatusCode is
        HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity;
}
