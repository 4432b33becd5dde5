using System.Threading.RateLimiting;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Batches;

/// <summary>The place of one run among many: held from its start until its outcome is counted, with a turn to send while it is not waiting.</summary>
internal sealed class RunPlace(RunPace pace, RateLimitLease place) : IAttemptPace, IDisposable
{
    private RateLimitLease? turn;
    private int generation;

    public bool IsOver => pace.IsOver;

    /// <summary>Called before an attempt that follows a wait: how long that was, nobody could say before.</summary>
    internal Func<Task>? Resending { get; set; }

    public ValueTask ReadyAsync(CancellationToken cancellationToken) =>
        turn is not null && pace.Pause.Left == TimeSpan.Zero ? ValueTask.CompletedTask : WaitAsync(cancellationToken);

    public void Refused(TimeSpan wait)
    {
        pace.Refused(generation, wait);
        GiveTurnBack();
    }

    internal void Answered() => pace.Answered();

    /// <summary>Waits for a turn that falls outside of any pause.</summary>
    internal async ValueTask TakeTurnAsync(CancellationToken cancellationToken)
    {
        do
        {
            await pace.Pause.OverAsync(cancellationToken).ConfigureAwait(false);
            if (turn is null)
            {
                (turn, generation) = await pace.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        while (pace.Pause.Left > TimeSpan.Zero);
    }

    public void Dispose()
    {
        GiveTurnBack();
        place.Dispose();
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, pace.Over);
        waiting.Token.ThrowIfCancellationRequested();
        await TakeTurnAsync(waiting.Token).ConfigureAwait(false);
        if (Resending is { } resending)
        {
            await resending().ConfigureAwait(false);
        }
    }

    private void GiveTurnBack()
    {
        if (turn is { } held)
        {
            turn = null;
            pace.GiveBack(held);
        }
    }
}
