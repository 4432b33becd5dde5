using System.Diagnostics;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Many cases of one kind, one after the other; remembers where it is, so that a hang can be told.</summary>
internal sealed class FuzzRun(FuzzKind kind, int seed) : IDisposable
{
    private readonly FuzzSubject subject = FuzzSubject.Of(kind);
    private volatile FuzzCase? current;

    /// <summary>How often each outcome came.</summary>
    internal SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>The case that took longest, and how long.</summary>
    internal (TimeSpan Time, int Index) Slowest { get; private set; }

    internal FuzzCase? Current => current;

    public void Dispose() => subject.Dispose();

    internal async Task RunAsync(int from, int count)
    {
        for (int index = from; index < from + count; index++)
        {
            current = new FuzzCase(kind, seed, index);
            long started = Stopwatch.GetTimestamp();
            string outcome = await subject.TryAsync(current);
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
            Slowest = took > Slowest.Time ? (took, index) : Slowest;
        }
    }
}
