using BenchmarkDotNet.Running;
using TaskPlatform.Client.Benchmarks.Files;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>What the command line asks for: groups, and what lies between client and platform; all of it by default.</summary>
internal sealed record BenchmarkPlan(IReadOnlyList<BenchmarkGroup> Groups, IReadOnlyList<Wire> Wires, bool Peak, bool Start)
{
    private static readonly (string Word, Wire Wire)[] WireWords = [("memory", Wire.InMemory), ("loopback", Wire.Loopback)];

    internal static string Usage { get; } =
        $"""
        usage: [{string.Join('|', BenchmarkGroup.All.Select(static group => group.Word))}|{PeakMemory.Verb}|{ColdStart.Word}]... [{string.Join('|', WireWords.Select(static word => word.Word))}]
               {PeakMemory.Verb} SIZE     one file, such as 256KB or 256MiB, sent by a fresh process; prints bytes allocated and the peak of resident memory
        """;

    /// <summary>Reads the command line; null when it holds a word that means nothing.</summary>
    internal static BenchmarkPlan? Parse(IReadOnlyCollection<string> words)
    {
        BenchmarkGroup[] groups = [.. BenchmarkGroup.All.Where(group => words.Contains(group.Word, StringComparer.Ordinal))];
        Wire[] wires = [.. WireWords.Where(word => words.Contains(word.Word, StringComparer.Ordinal)).Select(static word => word.Wire)];
        bool peak = words.Contains(PeakMemory.Verb, StringComparer.Ordinal);
        bool start = words.Contains(ColdStart.Word, StringComparer.Ordinal);
        bool all = groups is [] && !peak && !start;
        return groups.Length + wires.Length + (peak ? 1 : 0) + (start ? 1 : 0) == words.Count
            ? new BenchmarkPlan(all ? BenchmarkGroup.All : groups, wires is [] ? [Wire.InMemory, Wire.Loopback] : wires, all || peak, all || start)
            : null;
    }

    internal bool Includes(BenchmarkCase benchmark) =>
        Wires.Contains((Wire)benchmark.Parameters[nameof(Wire)])
        // Nobody who holds the whole file in memory can send the largest: no serializer takes a text of that length.
        && !(benchmark.Parameters[nameof(SendFile.Size)] is SendFile.Largest
            && benchmark.Descriptor.WorkloadMethod.Name is not (nameof(SendFile.HandWritten) or nameof(SendFile.Direct)));
}
