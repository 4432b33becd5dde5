using BenchmarkDotNet.Attributes;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>A thousand runs, per run: one after the other, and all under way at the same time.</summary>
public class ParallelRuns
{
    private const int Count = 1000;

    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [Params(1, Count)]
    public int AtOnce { get; set; }

    [GlobalSetup]
    public void Open()
    {
        handWritten = Contestants.HandWritten(Wire, Network());
        direct = Contestants.Direct(Wire, Network());
    }

    [GlobalCleanup]
    public void Close() => direct.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Task HandWritten() => AllAsync(() => handWritten.RunAsync(Addresses.Task, new HandWrittenRunRequest(new HandWrittenInput("Hello", "Spanish"))));

    [Benchmark(OperationsPerInvoke = Count)]
    public Task Direct() => AllAsync(() => direct.Tasks.RunAsync(Addresses.Task, new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } }));

    private GatedHandler? Network() => Wire == Wire.InMemory ? new GatedHandler(AtOnce) : null;

    private async Task AllAsync(Func<Task> send)
    {
        var running = new Task[AtOnce];
        for (int sent = 0; sent < Count; sent += AtOnce)
        {
            for (int i = 0; i < AtOnce; i++)
            {
                running[i] = send();
            }

            await Task.WhenAll(running);
        }
    }
}
