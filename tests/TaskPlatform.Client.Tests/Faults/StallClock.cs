namespace TaskPlatform.Client.Tests.Faults;

/// <summary>
/// The system's clock, but for timers of one length: such a timer stands still until a server says that it will not
/// answer, and then runs out at once. So no test waits for a limit, and none is ended by a slow machine.
/// </summary>
internal sealed class StallClock : TimeProvider
{
    /// <summary>A length nobody else uses.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(77.7);

    private readonly List<StandingTimer> standing = [];
    private int due;
    private int alive;

    /// <summary>How many timers were made and not disposed: whoever still waits for something.</summary>
    internal int Alive => Volatile.Read(ref alive);

    /// <summary>Lets the limit run out that waits for an answer, or the next one that will.</summary>
    internal void RunOut()
    {
        lock (standing)
        {
            due++;
        }

        Match();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StandingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ITimer CreateReal(TimerCallback callback, object? state) =>
        base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private void Match()
    {
        lock (standing)
        {
            if (due == 0 || standing.Count == 0)
            {
                return;
            }

            due--;
            standing[0].Fire();
            standing.RemoveAt(0);
        }
    }

    private sealed class StandingTimer : ITimer
    {
        private readonly StallClock clock;
        private readonly ITimer real;
        private int disposed;

        internal StandingTimer(StallClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            real = clock.CreateReal(callback, state);
            Interlocked.Increment(ref clock.alive);
        }

        /// <summary>On a thread of the pool, as a timer does.</summary>
        internal void Fire() => real.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool stands = dueTime == Limit;
            lock (clock.standing)
            {
                clock.standing.Remove(this);
                if (stands)
                {
                    clock.standing.Add(this);
                }
            }

            bool changed = real.Change(stands ? Timeout.InfiniteTimeSpan : dueTime, period);
            clock.Match();
            return changed;
        }

        public void Dispose()
        {
            lock (clock.standing)
            {
                clock.standing.Remove(this);
            }

            if (Interlocked.Exchange(ref disposed, 1) == 0)
            {
                Interlocked.Decrement(ref clock.alive);
            }

            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
