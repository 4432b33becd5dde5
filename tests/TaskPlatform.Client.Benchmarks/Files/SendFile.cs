using BenchmarkDotNet.Attributes;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Files;

/// <summary>A run with one file from disk.</summary>
public class SendFile
{
    private string path = "";
    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [Params("256 KB", "33 MiB", "256 MiB")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        path = TemporaryFile.Create(ByteCount.Parse(Size));
        handWritten = Contestants.HandWritten(Wire);
        direct = Contestants.Direct(Wire);
    }

    [GlobalCleanup]
    public void Close()
    {
        direct.Dispose();
        File.Delete(path);
    }

    /// <summary>The same base64 bytes, copied by hand in pieces.</summary>
    [Benchmark(Baseline = true)]
    public async Task<object> HandWritten() => await handWritten.RunAsync(Addresses.Task, new HandWrittenUpload(path));

    [Benchmark]
    public async Task<object> Direct() => await direct.Tasks.RunAsync(Addresses.Task, new RunTaskRequest
    {
        Input = { ["text"] = "Hello world, how are you", ["language"] = "Spanish" },
        Files = [TaskFile.FromPath(path, "photo.bin")],
    });

    /// <summary>What most people write: the whole file read, and encoded by the serializer. It refuses 256 MiB.</summary>
    [Benchmark]
    public async Task<object> WholeInMemory() => await handWritten.RunAsync(Addresses.Task, new HandWrittenRunRequest(
        new HandWrittenInput("Hello world, how are you", "Spanish"),
        TaskFiles: [new HandWrittenFile("photo.bin", await File.ReadAllBytesAsync(path))]));
}
