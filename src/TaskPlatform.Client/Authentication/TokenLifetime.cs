namespace TaskPlatform.Client.Authentication;

/// <summary>
/// How long a token lives, counted from before it was asked for. Two clocks are asked and the later one believed: the wall
/// clock can be set back, the monotonic one may stand still while the machine sleeps.
/// </summary>
internal sealed class TokenLifetime
{
    private static readonly TimeSpan Assumed = TimeSpan.FromSeconds(3600);
    private static readonly TimeSpan EarliestRenewal = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time;
    private readonly long startTimestamp;
    private readonly TimeSpan length;
    private readonly TimeSpan renewAt;

    private TokenLifetime(TimeProvider time, long startTimestamp, DateTimeOffset start, TimeSpan length, TimeSpan renewAt)
    {
        this.time = time;
        this.startTimestamp = startTimestamp;
        StartedAt = start;
        this.length = length;
        this.renewAt = renewAt;
    }

    /// <summary>The wall clock when it began to count.</summary>
    internal DateTimeOffset StartedAt { get; }

    /// <summary>Whether the token has ended. One that was given no time at all has ended at once: it serves those who wait for it.</summary>
    internal bool IsOver => Elapsed >= length;

    /// <summary>Whether it is time to look for the next token: 5 min or a fifth of the life before the end, whichever is less.</summary>
    internal bool IsRenewalDue => Elapsed >= renewAt;

    private TimeSpan Elapsed
    {
        get
        {
            TimeSpan monotonic = time.GetElapsedTime(startTimestamp);
            TimeSpan wall = time.GetUtcNow() - StartedAt;
            return monotonic > wall ? monotonic : wall;
        }
    }

    /// <summary>Starts to count, before the token is asked for.</summary>
    internal static TokenLifetime Start(TimeProvider time) =>
        new(time, time.GetTimestamp(), time.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The lifetime of a token that ends then; an hour when that is not known.</summary>
    internal TokenLifetime Until(DateTimeOffset? end)
    {
        TimeSpan known = end - StartedAt ?? Assumed;
        TimeSpan early = known / 5 < EarliestRenewal ? known / 5 : EarliestRenewal;
        return new TokenLifetime(time, startTimestamp, StartedAt, known, known - early);
    }

    /// <summary>The same lifetime with the next try at renewal 30 s from now, or at half of what is left if that is sooner.</summary>
    internal TokenLifetime AfterFailedRenewal()
    {
        TimeSpan elapsed = Elapsed;
        TimeSpan half = (length - elapsed) / 2;
        return new TokenLifetime(time, startTimestamp, StartedAt, length, elapsed + (half < PauseAfterFailure ? half : PauseAfterFailure));
    }
}
