using System.Globalization;
using System.Text;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using TaskPlatform.Client.Benchmarks.Files;
using TaskPlatform.Client.Benchmarks.Platform;
using TaskPlatform.Client.Benchmarks.Runs;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>All that was measured in one table: what the baseline takes, and how many times that the others take.</summary>
internal sealed class CostTable
{
    private static readonly (string Method, string Heading)[] Columns =
    [
        (nameof(RunTask.HandWritten), "by hand"),
        (nameof(RunTask.Direct), "TaskPlatform.Client"),
        (nameof(RunTask.Registered), "registered"),
        (nameof(SendFile.WholeInMemory), "by hand, `byte[]`"),
        (nameof(RunTask.OpenAI), "OpenAI"),
        (nameof(RunTask.Anthropic), "Anthropic"),
        (nameof(RunTask.RestSharp), "RestSharp"),
    ];

    private readonly List<(string Title, Dictionary<string, string> Cells)> rows = [];

    internal void Add(BenchmarkGroup group, Summary summary)
    {
        foreach (IGrouping<string, BenchmarkReport> row in summary.Reports.Where(static report => report.Success).GroupBy(report => Title(group, report.BenchmarkCase), StringComparer.Ordinal))
        {
            if (row.FirstOrDefault(static report => report.BenchmarkCase.Descriptor.Baseline) is { } baseline)
            {
                rows.Add((row.Key, row.ToDictionary(static report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report => Cell(report, baseline), StringComparer.Ordinal)));
            }
        }
    }

    internal void Add(PeakMemory little, PeakMemory much) => rows.Add((
        "256 MiB from disk sent by a fresh process, loopback",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [nameof(RunTask.Direct)] = $"{ByteCount.Show(much.Allocated)} allocated, peak {ByteCount.Show(Math.Max(0, much.Peak - little.Peak))} over sending 256 KB",
        }));

    internal void Add(ColdStart start) => rows.Add((
        "start of a trimmed program to its first answer",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [nameof(RunTask.HandWritten)] = $"{start.ByHand} ms",
            [nameof(RunTask.Direct)] = $"{start.Ratio}×",
        }));

    public override string ToString()
    {
        (string Method, string Heading)[] used = [.. Columns.Where(column => rows.Exists(row => row.Cells.ContainsKey(column.Method)))];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| time · bytes allocated | {string.Join(" | ", used.Select(static column => column.Heading))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(Enumerable.Repeat("---|", used.Length))}\n");
        foreach ((string title, Dictionary<string, string> cells) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", used.Select(column => cells.GetValueOrDefault(column.Method, "")))} |\n");
        }

        return text.ToString();
    }

    private static string Title(BenchmarkGroup group, BenchmarkCase benchmark)
    {
        string title = group.Title;
        foreach (ParameterInstance parameter in benchmark.Parameters.Items)
        {
            string value = parameter switch
            {
                { Name: nameof(SendFile.Size), Value: int bytes } => ByteCount.Show(bytes),
                { Value: int number } => number.ToString("N0", CultureInfo.InvariantCulture),
                _ => $"{parameter.Value}",
            };
            title = title.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
        }

        return title + (benchmark.Parameters[nameof(Wire)] is Wire.InMemory ? "" : ", loopback");
    }

    private static string Cell(BenchmarkReport report, BenchmarkReport baseline)
    {
        (double time, double bytes) = Cost(report);
        (double baseTime, double baseBytes) = Cost(baseline);
        return report == baseline
            ? $"{Show(time)} · {ByteCount.Show(bytes)}"
            : $"{Times(time / baseTime)} · {Times(bytes / baseBytes)} ({ByteCount.Show(bytes)})";
    }

    // BenchmarkDotNet calls nought what is too little to be told from its own: there is no ratio to that.
    private static string Times(double ratio) =>
        double.IsFinite(ratio) ? $"{ratio.ToString(ratio < 10 ? "0.00" : "N0", CultureInfo.InvariantCulture)}×" : "–";

    private static (double Nanoseconds, double Bytes) Cost(BenchmarkReport report) =>
        (report.ResultStatistics!.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN);

    private static string Show(double nanoseconds) => nanoseconds < 1e6
        ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.0} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.0} ms");
}
