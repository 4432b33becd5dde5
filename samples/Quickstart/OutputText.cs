using TaskPlatform.Client;

namespace Quickstart;

/// <summary>What a run answered, whatever its modality, in words. Files are saved.</summary>
internal static class OutputText
{
    public static async Task<string> OfAsync(TaskPlatformClient client, TaskRun run, TemporaryFolder folder)
    {
        return run.Output switch
        {
            JsonOutput json => json.Raw.GetRawText(),
            TextOutput text => text.Text,
            CsvOutput { Text: { } table } => $"{table.TrimEnd().Split('\n').Length} lines",
            CsvOutput csv => await SaveAsync(csv.File),
            ImageOutput image => await SaveAsync(image.File),
            AudioOutput audio => await SaveAsync(audio.File),
            PdfOutput pdf => await SaveAsync(pdf.File),
            var other => other.Raw.GetRawText(), // what the platform may learn to answer one day
        };

        async Task<string> SaveAsync(RunFile? file)
        {
            if (file is null)
            {
                return "no file";
            }

            // The name is the platform's: keep the last part of it, so that it can't lead out of the folder.
            string path = folder.PathOf(Path.GetFileName(file.StoredFilename));
            await client.Tasks.DownloadFileAsync(run, file, path);
            return $"{file.ContentType}, {new FileInfo(path).Length} bytes, saved";
        }
    }
}
