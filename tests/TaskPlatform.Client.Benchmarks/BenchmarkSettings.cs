using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>How everything is measured: short enough for two cores, long enough that medians stand still.</summary>
internal sealed class BenchmarkSettings : ManualConfig
{
    public BenchmarkSettings()
    {
        // The programs that BenchmarkDotNet writes need no analyzers, which take minutes on a small machine.
        AddJob(Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(200)).WithWarmupCount(5).WithIterationCount(12)
            .WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]));
        WithBuildTimeout(TimeSpan.FromMinutes(5));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddLogger(ConsoleLogger.Default);
    }
}
