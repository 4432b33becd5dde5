namespace TaskPlatform.Client.Testing.Wire;

/// <summary>
/// Makes ids the way the platform does: ordered by time, with version and variant nibbles no RFC knows, so that a client which checks for
/// version 4 or 7 is found out. Every id is larger than the one before. Used under the platform's lock only.
/// </summary>
internal sealed class PlatformIds(TimeProvider clock, Random random)
{
    private static readonly char[] OddNibbles = ['c', 'd', 'e', 'f'];

    private long lastMilliseconds;

    public Guid Next()
    {
        lastMilliseconds = Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), lastMilliseconds + 1);
        string time = lastMilliseconds.ToString("x12", System.Globalization.CultureInfo.InvariantCulture);
        return Guid.ParseExact($"{time}{Odd()}{Hex(3)}{Odd()}{Hex(3)}{Hex(12)}", "N");
    }

    public string Secret(string prefix) => prefix + Hex(32);

    private char Odd() => OddNibbles[random.Next(OddNibbles.Length)];

    private string Hex(int digits) => new(random.GetItems<char>("0123456789abcdef", digits));
}
