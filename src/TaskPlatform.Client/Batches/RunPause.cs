namespace TaskPlatform.Client.Batches;

/// <summary>The one pause of many runs: until the latest moment that any refusal asked for.</summary>
internal sealed class RunPause(TimeProvider time)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1); // timers don't take any length

    private readonly object gate = new(); // protects the moment
    private readonly long epoch = time.GetTimestamp();
    private TimeSpan until;

    /// <summary>How long it lasts from now on; zero when there is none.</summary>
    internal TimeSpan Left
    {
        get
        {
            lock (gate)
            {
                TimeSpan left = until - time.GetElapsedTime(epoch);
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    internal void Extend(TimeSpan wait)
    {
        lock (gate)
        {
            TimeSpan end = time.GetElapsedTime(epoch) + wait;
            until = end > until ? end : until;
        }
    }

    /// <summary>Completes when it is over, however often it is extended meanwhile.</summary>
    internal async ValueTask OverAsync(CancellationToken cancellationToken)
    {
        for (TimeSpan left = Left; left > TimeSpan.Zero; left = Left)
        {
            // Whole milliseconds, as the system's timers count: less would not be waited for.
            TimeSpan sleep = left < LongestSleep ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : LongestSleep;
            await Task.Delay(sleep, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
