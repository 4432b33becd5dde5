using System.Text;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class FileTests : PageTest
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task Sends_files_of_every_origin()
    {
        FakeTask task = Platform.AddTask("Describe", definition => definition.FileInputMode = "any");
        string path = Path.Combine(folder, "photo.png");
        await File.WriteAllTextAsync(path, "one", TestContext.Current.CancellationToken);

        await SendAsync(Client, task.Id, path, "two"u8.ToArray(), new MemoryStream("three"u8.ToArray()));

        task.Runs[0].Uploads.Select(file => $"{file.FileName}: {Encoding.UTF8.GetString(file.Content.Span)}").Should().Equal(
            "photo.png: one", "note.txt: two", "scan.pdf: three", "report.pdf: four");
    }

    [Fact]
    public async Task Saves_a_file_and_reads_one_as_a_stream()
    {
        FakeTask task = Platform.AddTask("Draw", definition => definition.Modality = "image");
        task.AnswerFile(new FakeFile("poster.png", "a picture"));
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        string path = Path.Combine(folder, "poster.png");

        await SaveAsync(Client, run, path);

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Should().Be("a picture");
        Platform.RequestsFor(FakeOperation.DownloadFile).Should().HaveCount(2);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SendAsync(TaskPlatformClient client, Guid taskId, string path, byte[] bytes, Stream stream)
    {
        // docs: files-up
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest
        {
            Files =
            [
                TaskFile.FromPath(path),
                TaskFile.FromBytes("note.txt", bytes),
                TaskFile.FromStream("scan.pdf", stream),
                TaskFile.FromOpener("report.pdf", cancellationToken => OpenBlobAsync("report.pdf", cancellationToken)),
            ],
        });

        // docs: end
        run.IsError.Should().BeFalse();
    }

    private static async Task SaveAsync(TaskPlatformClient client, TaskRun run, string path)
    {
        // docs: files-down
        if (run.Output is ImageOutput image)
        {
            await client.Tasks.DownloadFileAsync(run, image.File, path);

            await using Stream bytes = await client.Tasks.OpenFileAsync(run, image.File);     // or without a file
        }

        // docs: end
    }

    private static ValueTask<Stream> OpenBlobAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        name.Should().Be("report.pdf");
        return new ValueTask<Stream>(new MemoryStream("four"u8.ToArray()));
    }
}
