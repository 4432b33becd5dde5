using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>How a group is measured.</summary>
internal sealed class BenchmarkSettings : ManualConfig
{
    internal BenchmarkSettings(BenchmarkGroup group, BenchmarkPlan plan, LoopbackPlatform platform)
    {
        AddJob(group.Job
            .WithEnvironmentVariables(
                new EnvironmentVariable(Addresses.Variable, platform.Address),
                new EnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0")) // code becomes optimized code sooner
            .WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")])); // what BenchmarkDotNet builds has been analyzed already
        WithBuildTimeout(TimeSpan.FromMinutes(5));
        AddFilter(new SimpleFilter(plan.Includes));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddLogger(ConsoleLogger.Default);
    }
}
