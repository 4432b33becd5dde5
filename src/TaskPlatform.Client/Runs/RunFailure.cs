namespace TaskPlatform.Client.Runs;

/// <summary>Writes the exceptions of runs that failed although the platform answered, or on both models.</summary>
internal static class RunFailure
{
    internal static TaskRunFailedException Of(TaskRun run) =>
        new($"Run {run.Id} of task {run.TaskId} failed on the platform (is_error). The run, its reason and its cost are on this exception.")
        {
            PrimaryRun = run.Fallback.Used ? run.Fallback.PrimaryRun : run,
            PrimaryError = run.Fallback.PrimaryError,
            FallbackRun = run.Fallback.Used ? run : null,
            TaskId = run.TaskId,
            RunId = run.Id,
            Reference = run.Reference,
            Attempts = run.Response?.Attempts ?? [],
        };

    internal static TaskRunFailedException Both(TaskRun? primaryRun, TaskPlatformException? primaryError, TaskRun? fallbackRun, TaskPlatformException? fallbackError)
    {
        TaskRun? last = fallbackRun ?? primaryRun;
        return new TaskRunFailedException("Both the primary and the fallback model failed; what became of each is on this exception.", fallbackError ?? primaryError)
        {
            PrimaryRun = primaryRun,
            PrimaryError = primaryError,
            FallbackRun = fallbackRun,
            FallbackError = fallbackError,
            OutcomeUnknown = primaryError?.OutcomeUnknown == true || fallbackError?.OutcomeUnknown == true,
            TaskId = last?.TaskId ?? fallbackError?.TaskId ?? primaryError?.TaskId,
            RunId = last?.Id ?? fallbackError?.RunId ?? primaryError?.RunId,
            Reference = last?.Reference ?? fallbackError?.Reference ?? primaryError?.Reference,
            SentAt = primaryError?.SentAt ?? fallbackError?.SentAt,
            Attempts = [.. AttemptsOf(primaryRun, primaryError), .. AttemptsOf(fallbackRun, fallbackError)],
        };
    }

    private static IReadOnlyList<RequestAttempt> AttemptsOf(TaskRun? run, TaskPlatformException? error) =>
        run?.Response?.Attempts ?? error?.Attempts ?? [];
}
