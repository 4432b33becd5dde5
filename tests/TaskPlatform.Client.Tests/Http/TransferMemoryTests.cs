using FluentAssertions;
using TaskPlatform.Client.Tests.Runs;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>What is measured is what the process allocates, so nothing else may run.</summary>
[CollectionDefinition(nameof(TransferMemoryTests), DisableParallelization = true)]
public sealed class TransferMemoryAlone;

/// <summary>The memory of a transfer does not grow with the file: 256 MiB may cost one MiB, so a quarter of it a quarter.</summary>
[Collection(nameof(TransferMemoryTests))]
public sealed class TransferMemoryTests : IDisposable
{
    private const long Size = 64L * 1024 * 1024;
    private const long Allowed = 256 * 1024;

    private readonly string folder = Directory.CreateTempSubdirectory("memory").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(FileOrigin.Path)]
    [InlineData(FileOrigin.SeekableStream)]
    [InlineData(FileOrigin.Opener)]
    public async Task Sending_a_file_costs_next_to_nothing(FileOrigin origin)
    {
        using var server = new SilentServer("""{"response":"seen"}""");
        using TaskPlatformClient client = Client(server);
        string path = Path.Combine(folder, "sent.bin");
        await using (FileStream file = File.Create(path))
        {
            file.SetLength(Size);
        }

        long allocated = await MeasureAsync(() => client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest { Files = [Make(origin, path)] }, Cancellation));

        allocated.Should().BeLessThan(Allowed);
        server.Received.Should().BeGreaterThan(3 * (Size / 3 * 4), "the file went out as base64, three times");
    }

    [Fact]
    public async Task Saving_a_file_costs_next_to_nothing()
    {
        using var server = new SilentServer(zeros: Size);
        using TaskPlatformClient client = Client(server);
        string path = Path.Combine(folder, "saved.bin");
        TaskRun run = RunJson.Read($$"""{"id":"{{Guid.NewGuid()}}","task_id":"{{Guid.NewGuid()}}"}""");

        long allocated = await MeasureAsync(() => client.Tasks.DownloadFileAsync(run, new RunFile { StoredFilename = "a.bin" }, path, cancellationToken: Cancellation));

        allocated.Should().BeLessThan(Allowed);
        new FileInfo(path).Length.Should().Be(Size);
    }

    [Fact]
    public async Task Reading_a_file_costs_next_to_nothing()
    {
        using var server = new SilentServer(zeros: Size);
        using TaskPlatformClient client = Client(server);
        long read = 0;

        long allocated = await MeasureAsync(async () =>
        {
            await using Stream content = await client.Tasks.OpenFileAsync(Guid.NewGuid(), Guid.NewGuid(), "a.bin", Cancellation);
            await content.CopyToAsync(Stream.Null, Cancellation);
            read = content.Position;
        });

        allocated.Should().BeLessThan(Allowed);
        read.Should().Be(Size);
    }

    // Twice to make what is made once: connection, pools, compiled code. What the process allocates beside the transfer
    // (a timer, a socket on its way out, a pool filled again after a collection) only adds, so the least of a few is the
    // transfer's own; memory that grows with the file is in each of them.
    private static async Task<long> MeasureAsync(Func<Task> transfer)
    {
        await transfer();
        await transfer();
        long least = long.MaxValue;
        for (int turn = 0; turn < 5 && least >= Allowed; turn++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await transfer();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }

    private static TaskFile Make(FileOrigin origin, string path) => origin switch
    {
        FileOrigin.Path => TaskFile.FromPath(path),
        FileOrigin.SeekableStream => TaskFile.FromStream("a.bin", OpenRead(path)),
        _ => TaskFile.FromOpener("a.bin", _ => new(OpenRead(path)), Size),
    };

    private static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous);

    private static TaskPlatformClient Client(SilentServer server) => new(new TaskPlatformClientOptions
    {
        BaseAddress = server.Address,
        OrganizationId = Guid.NewGuid(),
        ProjectId = Guid.NewGuid(),
        ApiKey = "key",
        Retry = { MaxAttempts = 1 },
        Fallback = { Mode = FallbackMode.Never },
    });
}
