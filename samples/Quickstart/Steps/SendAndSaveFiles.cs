using TaskPlatform.Client;

namespace Quickstart.Steps;

/// <summary>Sends a file from disk, reads the answer as a type, then saves a file that a run has made.</summary>
internal static class SendAndSaveFiles
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, TemporaryFolder folder, Report report)
    {
        report.Line("folder", $"{folder}, removed at the end");
        string photo = folder.PathOf("photo.png");
        await File.WriteAllBytesAsync(photo, new byte[2048]);

        // Read, encoded and sent in pieces: the size of the file does not matter.
        TaskRun<Description> described = await client.Tasks.RunAsync(
            project.Describe.Id,
            new RunTaskRequest { Files = [TaskFile.FromPath(photo)] },
            QuickstartJson.Default.Description);
        report.Line("sent", $"{described.Value.FileName}, {described.Value.Bytes} bytes");
        report.Check("the platform got the file whole", described.Value == new Description("photo.png", 2048));

        TaskRun drawn = await client.Tasks.RunAsync(project.Poster.Id, new RunTaskRequest { Input = { ["text"] = "A lighthouse" } });
        if (drawn.Output is ImageOutput { File: { } image })
        {
            string poster = folder.PathOf("poster.png");
            await client.Tasks.DownloadFileAsync(drawn, image, poster);
            report.Line("saved", $"poster.png, {new FileInfo(poster).Length} bytes");

            // Or as a stream, without a file:
            await using Stream bytes = await client.Tasks.OpenFileAsync(drawn, image);
            report.Check("it is a PNG", bytes.ReadByte() == 0x89 && bytes.ReadByte() == 'P');
        }
        else
        {
            report.Check("the run made a picture", holds: false);
        }
    }
}
