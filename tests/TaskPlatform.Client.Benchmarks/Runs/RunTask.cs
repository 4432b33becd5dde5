using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>One run with two variables and an answer of 0.8 KB: the request is built, sent and its answer read.</summary>
[BenchmarkCategory("run")]
public class RunTask
{
    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;
    private ServiceProvider services = null!;
    private TaskPlatformClient registered = null!;

    [GlobalSetup]
    public void Open()
    {
        handWritten = Contestants.HandWritten(new CannedHandler(CannedAnswers.Run), Addresses.InMemory);
        direct = Contestants.Direct(new CannedHandler(CannedAnswers.Run), Addresses.InMemory);
        services = Contestants.Registered(new CannedHandler(CannedAnswers.Run), Addresses.InMemory);
        registered = services.GetRequiredService<TaskPlatformClient>();
    }

    [GlobalCleanup]
    public void Close()
    {
        direct.Dispose();
        services.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<object> HandWritten() =>
        await handWritten.RunAsync(Addresses.Task, new HandWrittenRunRequest(new HandWrittenInput("Hello world, how are you", "Spanish"), "order-42")).ConfigureAwait(false);

    [Benchmark]
    public async Task<object> Direct() => await RunAsync(direct).ConfigureAwait(false);

    [Benchmark]
    public async Task<object> Registered() => await RunAsync(registered).ConfigureAwait(false);

    private static Task<TaskRun> RunAsync(TaskPlatformClient client) => client.Tasks.RunAsync(Addresses.Task, new RunTaskRequest
    {
        Input = { ["text"] = "Hello world, how are you", ["language"] = "Spanish" },
        Reference = "order-42",
    });
}
