using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Runs;

/// <summary>Writes the exceptions of runs that failed although the platform answered, or on both models.</summary>
internal static class RunFailure
{
    internal static TaskRunFailedException Of(RunCall call, TaskRun run) =>
        new($"Run {run.Id} of task {run.TaskId} failed on the platform (is_error). The run, its reason and its cost are on this exception.")
        {
            PrimaryRun = run.Fallback.Used ? run.Fallback.PrimaryRun : run,
            PrimaryError = run.Fallback.PrimaryError,
            FallbackRun = run.Fallback.Used ? run : null,
            TaskId = call.TaskId,
            RunId = run.Id,
            Reference = call.Request.Reference,
            SentAt = run.Response?.SentAt,
            Attempts = run.Response?.Attempts ?? [],
        };

    internal static TaskRunFailedException Both(RunCall call, TaskRun? primaryRun, TaskPlatformException? primaryError, TaskRun? fallbackRun, TaskPlatformException? fallbackError) =>
        new("Both the primary and the fallback model failed; what became of each is on this exception.", fallbackError ?? primaryError)
        {
            PrimaryRun = primaryRun,
            PrimaryError = primaryError,
            FallbackRun = fallbackRun,
            FallbackError = fallbackError,
            OutcomeUnknown = primaryError?.OutcomeUnknown == true || fallbackError?.OutcomeUnknown == true,
            TaskId = call.TaskId,
            RunId = (fallbackRun ?? primaryRun)?.Id ?? fallbackError?.RunId ?? primaryError?.RunId,
            Reference = call.Request.Reference,
            SentAt = SentAt(primaryRun, primaryError),
            Attempts = [.. AttemptsOf(primaryRun, primaryError), .. AttemptsOf(fallbackRun, fallbackError)],
        };

    /// <summary>Cancelling the second request makes neither the first one's outcome known nor its run unmade.</summary>
    internal static TaskPlatformCanceledException Canceled(RunCall call, TaskRun? primaryRun, TaskPlatformException? primaryError, TaskPlatformCanceledException canceled)
    {
        var primary = new TaskRunFailedException("The primary model failed, and the caller cancelled while the fallback model was asked.", canceled)
        {
            PrimaryRun = primaryRun,
            PrimaryError = primaryError,
            Facts = new CallFacts
            {
                OutcomeUnknown = canceled.OutcomeUnknown || primaryError?.OutcomeUnknown == true,
                TaskId = call.TaskId,
                RunId = canceled.RunId ?? primaryRun?.Id ?? primaryError?.RunId,
                Reference = call.Request.Reference,
                SentAt = SentAt(primaryRun, primaryError),
                Attempts = [.. AttemptsOf(primaryRun, primaryError), .. canceled.Attempts],
            },
        };
        return new TaskPlatformCanceledException($"{canceled.OwnMessage} What became of the primary model is on the inner exception.", primary, canceled.CancellationToken) { Facts = primary.Facts };
    }

    private static DateTimeOffset? SentAt(TaskRun? run, TaskPlatformException? error) => run?.Response?.SentAt ?? error?.SentAt;

    private static IReadOnlyList<RequestAttempt> AttemptsOf(TaskRun? run, TaskPlatformException? error) =>
        run?.Response?.Attempts ?? error?.Attempts ?? [];

    /// <summary>The refusal of an earlier run, without that run's facts.</summary>
    internal static TaskPlatformApiException Remembered(TaskPlatformApiException refusal) => refusal switch
    {
        TaskPlatformValidationException => new TaskPlatformValidationException(refusal.Message) { Answer = refusal.Answer },
        TaskPlatformNotFoundException => new TaskPlatformNotFoundException(refusal.Message) { Answer = refusal.Answer },
        _ => new TaskPlatformApiException(refusal.Message) { Answer = refusal.Answer },
    };
}
