namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// The time limit of one attempt. It changes as the attempt goes on (upload, then answer) and remembers which limit ran
/// out, so that our time-out and the caller's cancellation are never mistaken for each other.
/// </summary>
internal sealed class AttemptClock : IDisposable
{
    /// <summary>How long an upload may stand still.</summary>
    internal static readonly TimeSpan UploadStall = TimeSpan.FromSeconds(100);

    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration caller;
    private readonly CancellationToken callerToken;

    internal AttemptClock(TimeProvider time, CancellationToken callerToken)
    {
        this.callerToken = callerToken;
        source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        caller = callerToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
    }

    internal CancellationToken Token => source.Token;

    /// <summary>The limit that runs now.</summary>
    internal TimeLimit Limit { get; private set; }

    /// <summary>How long it is.</summary>
    internal TimeSpan Duration { get; private set; }

    /// <summary>Whether the caller cancelled.</summary>
    internal bool CanceledByCaller => callerToken.IsCancellationRequested;

    /// <summary>Whether the limit ran out.</summary>
    internal bool RanOut => source.IsCancellationRequested && !callerToken.IsCancellationRequested;

    /// <summary>Starts a limit afresh, in place of the one before it.</summary>
    internal void Start(TimeLimit limit, TimeSpan duration)
    {
        Limit = limit;
        Duration = duration;
        source.CancelAfter(duration);
    }

    /// <summary>Stops the limit; the caller's cancellation goes on.</summary>
    internal void Stop() => source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        caller.Dispose();
        source.Dispose();
    }
}
