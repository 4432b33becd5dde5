namespace TaskPlatform.Client.Runs;

/// <summary>Writes a stream to a path so that the path never holds half a file.</summary>
internal static class FileDownload
{
    internal static async Task SaveAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Path.GetRandomFileName()}.part";
        try
        {
            var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
            await using (target.ConfigureAwait(false))
            {
                await content.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
