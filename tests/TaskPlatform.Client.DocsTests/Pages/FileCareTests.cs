using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class FileCareTests : PageTest
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task Tells_how_far_it_has_come_both_ways()
    {
        FakeTask task = Platform.AddTask("Draw", definition => (definition.Modality, definition.FileInputMode) = ("image", "any"));
        task.AnswerFile(new FakeFile("poster.png", "a picture"));
        var told = new Told();

        await TransferAsync(Client, task.Id, new RunTaskRequest { Files = [TaskFile.FromBytes("note.txt", "a note"u8.ToArray())] }, Path.Combine(folder, "poster.png"), told);

        told.Last.Should().Be(new TransferProgress(9, 9));
        told.Most.Should().Be(Platform.RequestsFor(FakeOperation.RunTask)[0].Body.Length);
    }

    [Fact]
    public async Task Opens_a_file_by_ids_and_name_alone()
    {
        FakeTask task = Platform.AddTask("Draw", definition => definition.Modality = "image");
        task.AnswerFile(new FakeFile("poster.png", "a picture"));
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        (await ReadAsync(Client, task.Id, run.Id, ((ImageOutput)run.Output).File!.StoredFilename)).Should().Be("a picture");
    }

    [Fact]
    public async Task What_can_not_be_sent_is_refused_before_anything_is_sent()
    {
        FakeTask task = Platform.AddTask("Describe", definition => definition.FileInputMode = "any");
        using TaskPlatformClient client = Platform.CreateClient(options => options.MaxFileSize = 3);

        Func<Task> missing = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromPath(Path.Combine(folder, "none.png"))] });
        Func<Task> tooLarge = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromBytes("note.txt", "four"u8.ToArray())] });

        await missing.Should().ThrowAsync<IOException>();
        await tooLarge.Should().ThrowAsync<ArgumentException>().WithMessage("Files[0] has 4 bytes; TaskPlatformClientOptions.MaxFileSize allows 3.*");
        Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_is_opened_again_for_each_attempt_but_a_stream_that_can_not_seek_goes_once()
    {
        FakeTask task = Platform.AddTask("Describe", definition => definition.FileInputMode = "any");
        using TaskPlatformClient client = Platform.CreateClient(options => options.Retry.BaseDelay = TimeSpan.Zero);
        int opened = 0;
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromOpener("a.txt", _ => { opened++; return new(new MemoryStream("a"u8.ToArray())); })] }, TestContext.Current.CancellationToken);
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);
        await using var oneWay = new OneWay("a"u8.ToArray());
        Func<Task> once = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromStream("a.txt", oneWay)] });

        await once.Should().ThrowAsync<TaskPlatformRateLimitException>();
        opened.Should().Be(2);
        Platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(3);
        oneWay.CanRead.Should().BeFalse("the run disposes it");
    }

    [Fact]
    public async Task A_file_that_turns_out_too_large_was_not_run()
    {
        FakeTask task = Platform.AddTask("Describe", definition => definition.FileInputMode = "any");
        using TaskPlatformClient client = Platform.CreateClient(options => options.MaxFileSize = 3);

        Func<Task> run = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromOpener("a.txt", _ => new(new MemoryStream("four"u8.ToArray())))] });

        (await run.Should().ThrowAsync<TaskPlatformException>().WithMessage("*The run was not carried out.")).Which.OutcomeUnknown.Should().BeFalse();
        Platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_refused()
    {
        FakeTask task = Platform.AddTask("Draw", definition => definition.Modality = "image");
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        int before = Platform.Requests.Count;

        Func<Task> open = () => Client.Tasks.OpenFileAsync(run, new RunFile { StoredFilename = "a.png", DownloadUrl = "https://elsewhere.example/a.png" });

        await open.Should().ThrowAsync<TaskPlatformException>().WithMessage("*elsewhere.example*nothing was sent*");
        Platform.Requests.Should().HaveCount(before);
    }

    [Fact]
    public async Task A_download_that_breaks_off_leaves_the_older_file_as_it_was()
    {
        FakeTask task = Platform.AddTask("Draw", definition => definition.Modality = "image");
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        string path = Path.Combine(folder, "poster.png");
        await File.WriteAllTextAsync(path, "older", TestContext.Current.CancellationToken);
        Platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = new StreamContent(new Breaking()) });

        Func<Task> download = () => Client.Tasks.DownloadFileAsync(run, ((ImageOutput)run.Output).File, path);

        await download.Should().ThrowAsync<TaskPlatformConnectionException>();
        Directory.GetFiles(folder).Should().Equal(path);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Should().Be("older");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task TransferAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request, string path, IProgress<TransferProgress> progress)
    {
        // docs: files-progress
        TaskRun run = await client.Tasks.RunAsync(taskId, request, new RequestOptions { Progress = progress });

        if (run.Output is ImageOutput image)
        {
            await client.Tasks.DownloadFileAsync(run, image.File, path, progress);
        }

        // docs: end
    }

    private static async Task<string> ReadAsync(TaskPlatformClient client, Guid taskId, Guid runId, string storedName)
    {
        // docs: files-by-name
        await using Stream bytes = await client.Tasks.OpenFileAsync(taskId, runId, storedName);

        // docs: end
        using var reader = new StreamReader(bytes, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private sealed class Told : IProgress<TransferProgress>
    {
        public TransferProgress Last { get; private set; }

        public long Most { get; private set; }

        public void Report(TransferProgress value)
        {
            Last = value;
            Most = Math.Max(Most, value.BytesTransferred);
        }
    }

    private sealed class OneWay(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection broke off.");
    }
}
