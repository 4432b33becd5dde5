namespace TaskPlatform.Client.Tests.Platform;

/// <summary>A clock that moves only when told. Timers fire inside <see cref="Advance"/>, on its thread, in the order in which they are due.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly object gate = new();
    private readonly List<ManualTimer> timers = [];
    private TimeSpan monotonic;
    private TimeSpan wallOffset;

    public static DateTimeOffset Start { get; } = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait to fire.</summary>
    public int PendingTimers
    {
        get
        {
            lock (gate)
            {
                return timers.Count(timer => timer.Due is not null);
            }
        }
    }

    /// <summary>How many timers fire between two moments from now.</summary>
    public int PendingBetween(TimeSpan earliest, TimeSpan latest)
    {
        lock (gate)
        {
            return timers.Count(timer => timer.Due - monotonic >= earliest && timer.Due - monotonic <= latest);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return Start + monotonic + wallOffset;
        }
    }

    public override long GetTimestamp()
    {
        lock (gate)
        {
            return monotonic.Ticks;
        }
    }

    /// <summary>Sets the wall clock forward or back, as an administrator or a sleeping machine does; timers don't notice.</summary>
    public void JumpWallClock(TimeSpan by)
    {
        lock (gate)
        {
            wallOffset += by;
        }
    }

    /// <summary>Lets time pass on both clocks and fires what becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        TimeSpan end;
        lock (gate)
        {
            end = monotonic + by;
        }

        while (TakeDue(end) is { } due)
        {
            due.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(TimeSpan end)
    {
        lock (gate)
        {
            ManualTimer? next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            monotonic = next is null ? end : next.Due!.Value > monotonic ? next.Due.Value : monotonic;
            if (next is not null)
            {
                next.Due = next.Period > TimeSpan.Zero ? next.Due + next.Period : null;
            }

            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        internal TimeSpan? Due { get; set; }

        internal TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool now;
            lock (clock.gate)
            {
                if (!clock.timers.Contains(this))
                {
                    return false;
                }

                now = dueTime == TimeSpan.Zero;
                Period = period;
                Due = dueTime < TimeSpan.Zero ? null : now ? period > TimeSpan.Zero ? clock.monotonic + period : null : clock.monotonic + dueTime;
            }

            if (now)
            {
                // As with a real timer, not on the thread that makes it.
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void Fire() => callback(state);
    }
}
