using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Tasks;

/// <summary>One update of four members, answered with a whole task of 2 KB.</summary>
public class UpdateTask
{
    private const string Prompt = "Translate {text} into {language}";

    private static readonly Guid Tag = new("0195e6f0-77c4-f0a9-e21b-84d3c6f95e10");

    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [GlobalSetup]
    public void Open()
    {
        handWritten = Contestants.HandWritten(Wire);
        direct = Contestants.Direct(Wire);
    }

    [GlobalCleanup]
    public void Close() => direct.Dispose();

    [Benchmark(Baseline = true)]
    public async Task<object> HandWritten() =>
        await handWritten.UpdateAsync(Addresses.Task, new HandWrittenUpdate(Prompt, "Translates", new HandWrittenModelSettings(0.2), [Tag]));

    [Benchmark]
    public async Task<object> Direct() => await direct.Tasks.UpdateAsync(Addresses.Task, new UpdateTaskRequest
    {
        UserPrompt = Prompt,
        Description = "Translates",
        LlmConfig = new JsonObject { ["temperature"] = 0.2 },
        RevisionTags = [Tag],
    });
}
