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

    internal Task<TaskRun> RunAsync(RunCall call, CancellationToken cancellationToken)
    {
        FallbackMode chosen = call.Options?.Fallback ?? mode;
        if (call.Request.UseFallbackModel is { } given)
        {
            return OnceAsync(call, given, cancellationToken);
        }

        if (chosen == FallbackMode.Always)
        {
            return OnceAsync(call, useFallbackModel: true, cancellationToken);
        }

        if (chosen == FallbackMode.Never || !RunUploads.CanReopen(call.Request))
        {
            return OnceAsync(call, useFallbackModel: null, cancellationToken);
        }

        return memory.GoesStraightToFallback(call)
            ? FallbackFirstAsync(call, cancellationToken)
            : PrimaryFirstAsync(call, cancellationToken);
    }

    /// <summary>Told when a task was changed: it may have a fallback now.</summary>
    internal void TaskChanged(Guid taskId) => memory.ForgetRefusal(taskId);

    private async Task<TaskRun> OnceAsync(RunCall call, bool? useFallbackModel, CancellationToken cancellationToken) =>
        Finish(call, FallbackEvidence.Read(call, useFallbackModel, await call.Send(call, useFallbackModel, cancellationToken).ConfigureAwait(false)));

    private async Task<TaskRun> FallbackFirstAsync(RunCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(call, useFallbackModel: true, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskPlatformApiException refusal) when (FallbackEvidence.IsRefusal(refusal))
        {
            Refused(call, refusal);
        }

        return await PrimaryFirstAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TaskRun> PrimaryFirstAsync(RunCall call, CancellationToken cancellationToken)
    {
        TaskRun? primaryRun = null;
        TaskPlatformException? primaryError = null;
        try
        {
            primaryRun = FallbackEvidence.Read(call, useFallbackModel: null, await call.Send(call, null, cancellationToken).ConfigureAwait(false));
            if (!primaryRun.IsError || primaryRun.Fallback.Used)
            {
                memory.PrimaryAnswered(call);
                return Finish(call, primaryRun);
            }
        }
        catch (TaskPlatformException failure) when (FallbackEvidence.Triggers(failure, onUnknownOutcome))
        {
            primaryError = failure;
        }

        memory.PrimaryFailed(call);
        if (memory.RefusalOf(call) is { } refusedBefore)
        {
            return Finish(call, primaryRun, primaryError, RunFailure.Remembered(refusedBefore));
        }

        return await FallBackAsync(call, primaryRun, primaryError, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TaskRun> FallBackAsync(RunCall call, TaskRun? primaryRun, TaskPlatformException? primaryError, CancellationToken cancellationToken)
    {
        logger.FallbackUsed(call.TaskId);
        CallMetrics.FellBack();
        TaskRun run;
        try
        {
            run = FallbackEvidence.Read(call, useFallbackModel: true, await call.Send(call, true, cancellationToken).ConfigureAwait(false));
        }
        catch (TaskPlatformApiException refusal) when (FallbackEvidence.IsRefusal(refusal))
        {
            Refused(call, refusal);
            return Finish(call, primaryRun, primaryError, refusal);
        }
        catch (TaskPlatformException failure)
        {
            throw RunFailure.Both(call, primaryRun, primaryError, fallbackRun: null, failure);
        }
        catch (TaskPlatformCanceledException canceled)
        {
            throw RunFailure.Canceled(call, primaryRun, primaryError, canceled);
        }
        catch (Exception failure)
        {
            // A file that went away, a client that was disposed: nothing was sent, and the first request's run is not lost to it.
            throw RunFailure.Both(call, primaryRun, primaryError, fallbackRun: null, new TaskPlatformException("The fallback model was not asked; the inner exception says why.", failure));
        }

        run = run.WithFallback(run.Fallback with { PrimaryRun = primaryRun, PrimaryError = primaryError });
        if (run.IsError)
        {
            return throwOnRunError ? throw RunFailure.Both(call, primaryRun, primaryError, run, fallbackError: null) : run;
        }

        memory.FallbackAnswered(call);
        return run;
    }

    private void Refused(RunCall call, TaskPlatformApiException refusal)
    {
        memory.FallbackRefused(call, refusal);
        logger.FallbackRefused(call.TaskId, (int?)refusal.StatusCode);
    }

    private TaskRun Finish(RunCall call, TaskRun run) =>
        run.IsError && throwOnRunError ? throw RunFailure.Of(call, run) : run;

    // No fallback answered: the caller gets what the primary came to, with the refusal where there was one.
    private TaskRun Finish(RunCall call, TaskRun? primaryRun, TaskPlatformException? primaryError, TaskPlatformApiException? refusal)
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

        TaskRunFailedException failure = RunFailure.Of(call, primaryRun!);
        failure.FallbackError = refusal;
        throw failure;
    }
}
