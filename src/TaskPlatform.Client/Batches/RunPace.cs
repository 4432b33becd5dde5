using System.Threading.RateLimiting;

namespace TaskPlatform.Client.Batches;

/// <summary>
/// How many runs go out at once, and when none may: one pause for all after a refusal, half as many afterwards, and one
/// more again after each full round of answers.
/// </summary>
internal sealed class RunPace(int maxConcurrency, TimeProvider time) : IDisposable
{
    private readonly int maxConcurrency = maxConcurrency;
    private readonly object gate = new(); // protects the numbers and the withheld leases

    // Two limits, since a run that was refused gives its turn back while it waits, and still counts as started.
    private readonly ConcurrencyLimiter places = Limiter(maxConcurrency);
    private readonly ConcurrencyLimiter turns = Limiter(maxConcurrency);
    private readonly Stack<RateLimitLease> withheld = new();
    private readonly CancellationTokenSource over = new();
    private int concurrency = maxConcurrency;
    private int sending;
    private int answers;
    private int generation;

    internal bool IsOver => over.IsCancellationRequested;

    /// <summary>Cancelled when nobody shall wait any longer.</summary>
    internal CancellationToken Over => over.Token;

    /// <summary>How many attempts may be under way at once now.</summary>
    internal int Concurrency
    {
        get
        {
            lock (gate)
            {
                return concurrency;
            }
        }
    }

    /// <summary>When nothing may be sent.</summary>
    internal RunPause Pause { get; } = new(time);

    /// <summary>Waits for a place, a turn and the end of a pause.</summary>
    internal async ValueTask<RunPlace> EnterAsync(CancellationToken cancellationToken)
    {
        var place = new RunPlace(this, await places.AcquireAsync(1, cancellationToken).ConfigureAwait(false));
        try
        {
            await place.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Completes when every place was given back.</summary>
    internal async ValueTask EmptyAsync() => (await places.AcquireAsync(maxConcurrency, CancellationToken.None).ConfigureAwait(false)).Dispose();

    internal async ValueTask<(RateLimitLease Turn, int Generation)> TakeTurnAsync(CancellationToken cancellationToken)
    {
        RateLimitLease turn = await turns.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        lock (gate)
        {
            sending++;
            return (turn, generation);
        }
    }

    /// <summary>Takes a turn back; there may be fewer of them by now.</summary>
    internal void GiveBack(RateLimitLease turn)
    {
        lock (gate)
        {
            sending--;
            if (maxConcurrency - withheld.Count > concurrency)
            {
                withheld.Push(turn);
                return;
            }
        }

        turn.Dispose();
    }

    /// <summary>Counts an answer.</summary>
    internal void Answered()
    {
        RateLimitLease? given = null;
        lock (gate)
        {
            if (concurrency < maxConcurrency && ++answers >= concurrency)
            {
                answers = 0;
                concurrency++;
                withheld.TryPop(out given);
            }
        }

        given?.Dispose();
    }

    /// <summary>Pauses for all. What was sent before the last refusal halves nothing again: it met the same full house.</summary>
    internal void Refused(int sentInGeneration, TimeSpan wait)
    {
        Pause.Extend(wait);
        lock (gate)
        {
            answers = 0;
            if (sentInGeneration != generation)
            {
                return;
            }

            generation++;
            concurrency = Math.Max(1, Math.Min(concurrency, sending) / 2);
            while (maxConcurrency - withheld.Count > concurrency && turns.AttemptAcquire() is { IsAcquired: true } idle)
            {
                withheld.Push(idle);
            }
        }
    }

    /// <summary>Nobody waits any longer.</summary>
    internal void End() => over.Cancel();

    public void Dispose()
    {
        places.Dispose();
        turns.Dispose();
        over.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int permits) =>
        new(new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
