namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// Lends a clock to every wait for bytes of one stream. Most readers come with the same token each time and get the same
/// clock each time: a clock a wait would cost more than the wait's bytes are worth.
/// </summary>
internal sealed class ReadClocks(TimeProvider time) : IDisposable
{
    private AttemptClock? kept;
    private CancellationToken keptFor;
    private volatile bool over;

    internal AttemptClock Lend(CancellationToken callerToken)
    {
        AttemptClock? clock = Interlocked.Exchange(ref kept, null);
        if (clock is not null && keptFor == callerToken && !clock.Token.IsCancellationRequested)
        {
            return clock;
        }

        clock?.Dispose();
        return new AttemptClock(time, callerToken);
    }

    internal void GiveBack(AttemptClock clock, CancellationToken callerToken)
    {
        clock.Stop();
        keptFor = callerToken;
        Interlocked.Exchange(ref kept, clock)?.Dispose();
        if (over)
        {
            Dispose(); // the stream was closed meanwhile, by somebody who did not want to wait any longer
        }
    }

    public void Dispose()
    {
        over = true;
        Interlocked.Exchange(ref kept, null)?.Dispose();
    }
}
