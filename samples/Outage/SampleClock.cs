namespace Outage;

/// <summary>The system's clock, set forward by hand, so that nobody has to wait for a break to end.</summary>
internal sealed class SampleClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
