using System.Diagnostics;

namespace TaskPlatform.Client.Load;

/// <summary>What this process holds: settled, after a collection, at chosen moments, and at its most in between.</summary>
internal sealed class MemoryFigures
{
    private const long Tolerance = 4 * 1024 * 1024;

    private readonly List<long> settled = [];

    /// <summary>The most that was seen between two moments, garbage included.</summary>
    internal long Peak { get; private set; }

    /// <summary>The largest working set of the process so far.</summary>
    internal static long PeakWorkingSet
    {
        get
        {
            using var own = Process.GetCurrentProcess();
            return own.PeakWorkingSet64;
        }
    }

    internal IReadOnlyList<long> Settled => settled;

    /// <summary>Whether the end holds no more than the beginning, but for a little that pools keep.</summary>
    internal bool IsFlat => settled[^1] - settled[0] <= Tolerance;

    internal void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        settled.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    internal async Task WatchAsync(Task whole)
    {
        while (await Task.WhenAny(whole, Task.Delay(10)) != whole)
        {
            Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        await whole;
    }
}
