namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Sends a file from disk and saves one that a run has made.</summary>
internal static class SendAndSaveFiles
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("taskplatform-trimmed-");
        try
        {
            string photo = Path.Combine(folder.FullName, "photo.png");
            await File.WriteAllBytesAsync(photo, new byte[100_000], cancellationToken);
            TaskRun<Description> described = await client.Tasks.RunAsync(
                project.Describe.Id, new RunTaskRequest { Files = [TaskFile.FromPath(photo)] }, TrimmedJson.Default.Description, cancellationToken);
            Check.Same("the file as the platform got it", described.Value, new Description("photo.png", 100_000));

            TaskRun drawn = await client.Tasks.RunAsync(project.Poster.Id, new RunTaskRequest { Input = { ["text"] = "A lighthouse" } }, cancellationToken);
            string poster = Path.Combine(folder.FullName, "poster.png");
            await client.Tasks.DownloadFileAsync(drawn, (drawn.Output as ImageOutput)?.File!, poster, cancellationToken: cancellationToken);
            byte[] saved = await File.ReadAllBytesAsync(poster, cancellationToken);
            Check.That("the saved file is the one the run made", project.Picture.Content.Span.SequenceEqual(saved));
            Check.Same("the files in the folder", Directory.GetFiles(folder.FullName).Length, 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
