using BenchmarkDotNet.Attributes;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Files;

/// <summary>256 MiB that a run made, fetched.</summary>
public class DownloadFile
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"benchmark-{Path.GetRandomFileName()}");
    private HandWrittenClient handWritten = null!;
    private TaskPlatformClient direct = null!;
    private TaskRun run = null!;
    private RunFile image = null!;

    [Params(Wire.InMemory, Wire.Loopback)]
    public Wire Wire { get; set; }

    [Params("stream", "file")]
    public string To { get; set; } = "";

    [GlobalSetup]
    public async Task OpenAsync()
    {
        handWritten = Contestants.HandWritten(Wire);
        direct = Contestants.Direct(Wire);
        run = await direct.Tasks.RunAsync(Addresses.LargeFile, new RunTaskRequest());
        image = ((ImageOutput)run.Output).File!;
    }

    [GlobalCleanup]
    public void Close()
    {
        direct.Dispose();
        File.Delete(path);
    }

    [Benchmark(Baseline = true)]
    public async Task HandWritten()
    {
        await using Stream target = To == "file" ? new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous) : Stream.Null;
        await handWritten.DownloadAsync(Addresses.LargeFile, Addresses.Run, Addresses.FileName, target);
    }

    [Benchmark]
    public async Task Direct()
    {
        if (To == "file")
        {
            await direct.Tasks.DownloadFileAsync(run, image, path);
            return;
        }

        await using Stream content = await direct.Tasks.OpenFileAsync(run, image);
        await content.CopyToAsync(Stream.Null);
    }
}
