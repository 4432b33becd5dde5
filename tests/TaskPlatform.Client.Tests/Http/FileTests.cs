using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Files of a run, produced and uploaded, opened and saved.</summary>
public sealed class FileTests : IDisposable
{
    private static readonly Random Random = new(11);
    private static readonly byte[] Bytes = RandomBytes(300_001);

    private readonly string folder = Directory.CreateTempSubdirectory("files").FullName;

    public static TheoryData<string> Modalities => ["image", "audio", "pdf", "csv"];

    private string Target => Path.Combine(folder, "saved.bin");

    [Theory]
    [MemberData(nameof(Modalities))]
    public async Task A_produced_file_is_opened_by_run_and_file(string modality)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, modality);

        await using Stream content = await live.Client.Tasks.OpenFileAsync(run, FileOf(run), TestContext.Current.CancellationToken);

        (await ReadAsync(content)).Should().Equal(Bytes);
        content.Length.Should().Be(Bytes.Length);
        content.Position.Should().Be(Bytes.Length);
        live.Platform.RequestsFor(FakeOperation.DownloadFile).Single().Authorization.Should().Be("Bearer " + live.Platform.ApiKey);
    }

    [Theory]
    [MemberData(nameof(Modalities))]
    public async Task A_produced_file_is_opened_by_ids_and_name(string modality)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, modality);

        await using Stream content = await live.Client.Tasks.OpenFileAsync(run.TaskId, run.Id, FileOf(run)!.StoredFilename, TestContext.Current.CancellationToken);

        (await ReadAsync(content)).Should().Equal(Bytes);
    }

    [Theory]
    [MemberData(nameof(Modalities))]
    public async Task A_produced_file_is_saved(string modality)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, modality);

        await live.Client.Tasks.DownloadFileAsync(run, FileOf(run), Target, cancellationToken: TestContext.Current.CancellationToken);

        (await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken)).Should().Equal(Bytes);
        Directory.GetFiles(folder).Should().Equal(Target);
    }

    [Fact]
    public async Task A_file_without_a_link_is_asked_for_by_its_name()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");

        await using Stream content = await live.Client.Tasks.OpenFileAsync(run, FileOf(run)! with { DownloadUrl = null }, TestContext.Current.CancellationToken);

        (await ReadAsync(content)).Should().Equal(Bytes);
    }

    [Fact]
    public async Task Uploads_are_listed_and_opened()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await live.Client.Tasks.RunAsync(
            live.Task.Id,
            new RunTaskRequest { Files = [TaskFile.FromBytes("first file.png", Bytes), TaskFile.FromBytes("zweite-ü.txt", "text"u8.ToArray())] },
            TestContext.Current.CancellationToken);

        run.Files.Select(file => file.OriginalFilename).Should().Equal("first file.png", "zweite-ü.txt");
        (await OpenAndReadAsync(live, run, run.Files[0])).Should().Equal(Bytes);
        Encoding.UTF8.GetString(await OpenAndReadAsync(live, run, run.Files[1])).Should().Be("text");
    }

    [Fact]
    public async Task A_file_can_be_read_without_await()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");
        await using Stream content = await live.Client.Tasks.OpenFileAsync(run, FileOf(run), TestContext.Current.CancellationToken);
        byte[] read = new byte[Bytes.Length];

        content.ReadExactly(read, 0, read.Length);

        read.Should().Equal(Bytes);
        content.ReadByte().Should().Be(-1);
    }

    [Fact]
    public async Task A_compressed_file_comes_out_as_it_is()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = Compressed.Content(Bytes, "gzip") });

        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.bin", TestContext.Current.CancellationToken);

        (await ReadAsync(content)).Should().Equal(Bytes);
        content.Invoking(it => it.Length).Should().Throw<NotSupportedException>("the length of what was compressed is not that of the file");
    }

    [Fact]
    public async Task Tells_how_far_it_has_got()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");
        var told = new List<TransferProgress>();

        await live.Client.Tasks.DownloadFileAsync(run, FileOf(run), Target, new Listener(told.Add), TestContext.Current.CancellationToken);

        told.Should().OnlyContain(progress => progress.TotalBytes == Bytes.Length);
        told.Select(progress => progress.BytesTransferred).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        told[^1].BytesTransferred.Should().Be(Bytes.Length);
    }

    [Fact]
    public async Task An_older_file_is_replaced_when_the_new_one_is_complete()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");
        await File.WriteAllTextAsync(Target, "older", TestContext.Current.CancellationToken);
        var seen = new List<string>();

        await live.Client.Tasks.DownloadFileAsync(run, FileOf(run), Target, new Listener(_ => seen.Add(File.ReadAllText(Target))), TestContext.Current.CancellationToken);

        seen.Should().NotBeEmpty().And.OnlyContain(text => text == "older");
        (await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken)).Should().Equal(Bytes);
        Directory.GetFiles(folder).Should().Equal(Target);
    }

    [Fact]
    public async Task A_file_that_breaks_off_leaves_nothing_behind()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");
        live.Platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = new BreakingContent(Bytes[..1000], Bytes.Length) });

        TaskPlatformConnectionException failure = await ConnectedClient.ThrownAsync<TaskPlatformConnectionException>(() =>
            live.Client.Tasks.DownloadFileAsync(run, FileOf(run), Target, cancellationToken: TestContext.Current.CancellationToken));

        failure.TaskId.Should().Be(run.TaskId);
        failure.RunId.Should().Be(run.Id);
        failure.Attempts.Should().ContainSingle();
        Directory.GetFiles(folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_breaks_off_leaves_the_older_one()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");
        await File.WriteAllTextAsync(Target, "older", TestContext.Current.CancellationToken);
        live.Platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = new BreakingContent(Bytes[..1000], Bytes.Length) });

        await ConnectedClient.ThrownAsync<TaskPlatformConnectionException>(() =>
            live.Client.Tasks.DownloadFileAsync(run, FileOf(run), Target, cancellationToken: TestContext.Current.CancellationToken));

        Directory.GetFiles(folder).Should().Equal(Target);
        (await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken)).Should().Be("older");
    }

    [Fact]
    public async Task A_file_that_breaks_off_while_it_is_read_without_await_says_so_too()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = new BreakingContent(Bytes[..1000], Bytes.Length) });
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "NAME-MARKER.png", TestContext.Current.CancellationToken);

        TaskPlatformConnectionException failure = content.Invoking(it => it.ReadExactly(new byte[2000])).Should().Throw<TaskPlatformConnectionException>().Which;

        failure.RunId.Should().Be(live.RunId);
        failure.ToString().Should().NotContain("MARKER");
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing_behind_and_says_whose_it_was()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");
        using var cancellation = new CancellationTokenSource();

        TaskPlatformCanceledException failure = await ConnectedClient.ThrownAsync<TaskPlatformCanceledException>(() =>
            live.Client.Tasks.DownloadFileAsync(run, FileOf(run), Target, new Listener(_ => cancellation.Cancel()), cancellation.Token));

        failure.CancellationToken.Should().Be(cancellation.Token);
        failure.RunId.Should().Be(run.Id);
        Directory.GetFiles(folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_missing_folder_is_told()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskRun run = await RunAsync(live, "image");

        await live.Invoking(it => it.Client.Tasks.DownloadFileAsync(run, FileOf(run), Path.Combine(folder, "none", "a.bin"))).Should().ThrowAsync<DirectoryNotFoundException>();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<TaskRun> RunAsync(ConnectedClient live, string modality)
    {
        FakeTask task = live.Platform.AddTask("Produce", definition => definition.Modality = modality);
        task.Respond(run =>
        {
            FakeFile file = run.AddFile(new FakeFile("out put." + modality, Bytes, modality switch { "image" => "image/png", "audio" => "audio/mpeg", "pdf" => "application/pdf", _ => "text/csv" }));
            return new JsonObject { [modality + "_name"] = file.StoredName };
        });
        return await live.Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
    }

    private static RunFile? FileOf(TaskRun run) => run.Output switch
    {
        ImageOutput image => image.File,
        AudioOutput audio => audio.File,
        PdfOutput pdf => pdf.File,
        CsvOutput csv => csv.File,
        _ => null,
    };

    private static async Task<byte[]> OpenAndReadAsync(ConnectedClient live, TaskRun run, RunFile file)
    {
        await using Stream content = await live.Client.Tasks.OpenFileAsync(run, file, TestContext.Current.CancellationToken);
        return await ReadAsync(content);
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        var read = new MemoryStream();
        await content.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    private static byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        Random.NextBytes(bytes);
        return bytes;
    }
}
