namespace TaskPlatform.Client.Batches;

/// <summary>What an exception of a run says about the run itself: whether it was made, which it is, what it cost.</summary>
internal static class RunEvidence
{
    internal static RunOutcomeKind KindOf(Exception error) => error switch
    {
        TaskPlatformException { OutcomeUnknown: true } or TaskPlatformCanceledException { OutcomeUnknown: true } => RunOutcomeKind.Unknown,
        _ when FailedRun(error)?.Run is not null => RunOutcomeKind.Failed,
        TaskPlatformException or TaskPlatformCanceledException or ArgumentException or IOException or UnauthorizedAccessException or ObjectDisposedException => RunOutcomeKind.NotRun,
        _ => RunOutcomeKind.Unknown, // nobody foresaw it, so nobody can say that nothing was sent
    };

    internal static Guid? RunIdOf(Exception? error) => error switch
    {
        TaskPlatformException failure => failure.RunId,
        TaskPlatformCanceledException canceled => canceled.RunId,
        _ => null,
    };

    internal static decimal? CreditsOf(Exception error) => FailedRun(error)?.TotalChargedCredits;

    /// <summary>How many runs of an outcome may have been charged without a price being told.</summary>
    internal static int RunsWithoutPrice(RunOutcome outcome)
    {
        if (outcome.Run is { } run)
        {
            return (IsUnknown(run.Fallback.PrimaryError) ? 1 : 0) + (outcome.IsSuccess && run.Usage.ChargedCredits is null ? 1 : 0);
        }

        int unknown = FailedRun(outcome.Error!) is { } failed
            ? (IsUnknown(failed.PrimaryError) ? 1 : 0) + (IsUnknown(failed.FallbackError) || failed.InnerException is TaskPlatformCanceledException { OutcomeUnknown: true } ? 1 : 0)
            : 0;
        return unknown == 0 && outcome.IsUnknown ? 1 : unknown;
    }

    /// <summary>Whether the platform refused the run for now, on every model that was asked: nothing was made.</summary>
    internal static bool IsRefusal(TaskPlatformException failure) =>
        failure is { OutcomeUnknown: false, Attempts: [.., { Outcome: AttemptOutcome.Throttled }] } && FailedRun(failure)?.Run is null;

    // Cancelling a fallback leaves what became of the primary model inside.
    private static TaskRunFailedException? FailedRun(Exception error) =>
        error as TaskRunFailedException ?? (error as TaskPlatformCanceledException)?.InnerException as TaskRunFailedException;

    private static bool IsUnknown(TaskPlatformException? failure) => failure is { OutcomeUnknown: true };
}
