using System.Globalization;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>
/// The platform's timestamps: no two alike, even when the clock stands still, and without a fraction when it is zero, as the service
/// writes them. Used under the platform's lock only.
/// </summary>
internal sealed class PlatformClock(TimeProvider clock)
{
    private DateTimeOffset last;

    public DateTimeOffset UtcNow => clock.GetUtcNow();

    public string Stamp()
    {
        DateTimeOffset now = UtcNow;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        last = now > last ? now : last.AddMicroseconds(1);
        string format = last.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return last.ToString(format, CultureInfo.InvariantCulture);
    }
}
