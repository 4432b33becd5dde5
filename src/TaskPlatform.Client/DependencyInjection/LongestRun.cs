namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// How long after its first attempt a run may be under way. The last attempt is waited for no longer than the run's time
/// limit; before it there may have been waits, and those of the primary model before those of the fallback.
/// </summary>
internal static class LongestRun
{
    private const double Jitter = 1.1;
    private const double MostSeconds = 1e9; // decades: some limits are set to mean "never"

    internal static TimeSpan Of(TaskPlatformClientOptions options)
    {
        bool fallsBack = options.Fallback.Mode == FallbackMode.OnFailure;
        double wait = Math.Max(options.Retry.MaxDelay.TotalSeconds, options.Retry.MaxRetryAfter.TotalSeconds * Jitter);
        double waits = (options.Retry.MaxAttempts - 1) * wait * (fallsBack ? 2 : 1);

        // Only a primary whose outcome is unknown may have taken all its time and left no run that is found.
        double runs = options.Timeouts.Run.TotalSeconds * (fallsBack && options.Fallback.OnUnknownOutcome ? 2 : 1);
        return TimeSpan.FromSeconds(Math.Min(runs + waits, MostSeconds));
    }
}
