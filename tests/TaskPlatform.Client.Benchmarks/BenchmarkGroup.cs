using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;
using TaskPlatform.Client.Benchmarks.Files;
using TaskPlatform.Client.Benchmarks.Runs;
using TaskPlatform.Client.Benchmarks.Tasks;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>Benchmarks that can be asked for by a word.</summary>
/// <param name="Word">The word on the command line.</param>
/// <param name="Type">The class that holds them.</param>
/// <param name="Title">What a row of the table is called; names in braces are parameters.</param>
/// <param name="Job">How long they are measured.</param>
internal sealed record BenchmarkGroup(string Word, Type Type, string Title, Job Job)
{
    // Many short calls: long enough before the measuring that all code has become optimized code.
    private static readonly Job Calls = Job.Default
        .WithId(nameof(Calls)).WithIterationTime(TimeInterval.FromMilliseconds(250)).WithWarmupCount(10).WithIterationCount(15);

    // Calls that take milliseconds to seconds each.
    private static readonly Job Transfers = Job.Default
        .WithId(nameof(Transfers)).WithIterationTime(TimeInterval.FromMilliseconds(250)).WithWarmupCount(4).WithIterationCount(10)
        .WithUnrollFactor(1).WithMinInvokeCount(1);

    internal static IReadOnlyList<BenchmarkGroup> All { get; } =
    [
        new("run", typeof(RunTask), "one run", Calls),
        new("update", typeof(UpdateTask), "one update", Calls),
        new("answers", typeof(LargeAnswer), "an answer with 1 MB of {Kind}", Transfers),
        new("files", typeof(SendFile), "{Size} from disk sent", Transfers),
        new("downloads", typeof(DownloadFile), "256 MiB fetched to a {To}", Transfers),
        new("parallel", typeof(ParallelRuns), "one of 1,000 runs, {AtOnce} at once", Transfers),
    ];
}
