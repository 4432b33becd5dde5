using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>A run that answers with 1 MB, read to the end: the text as a string, the JSON as records.</summary>
public class LargeAnswer
{
    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [Params("text", "JSON")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        handWritten = Contestants.HandWritten(Wire);
        direct = Contestants.Direct(Wire);
    }

    [GlobalCleanup]
    public void Close() => direct.Dispose();

    [Benchmark(Baseline = true)]
    public async Task<object> HandWritten()
    {
        var request = new HandWrittenRunRequest(new HandWrittenInput("Hello", "Spanish"));
        return Kind == "text"
            ? (await handWritten.RunAsync(Addresses.LargeText, request)).Response.GetString()!
            : (await handWritten.RunAsync(Addresses.LargeJson, request)).Response.Deserialize(HandWrittenJsonContext.Default.ItemList)!;
    }

    [Benchmark]
    public async Task<object> Direct()
    {
        var request = new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } };
        return Kind == "text"
            ? ((TextOutput)(await direct.Tasks.RunAsync(Addresses.LargeText, request)).Output).Text
            : (await direct.Tasks.RunAsync(Addresses.LargeJson, request, HandWrittenJsonContext.Default.ItemList)).Value;
    }
}
