namespace TaskPlatform.Client.Runs;

/// <summary>A file of this machine, opened anew for every attempt.</summary>
internal sealed class PathFile(string fileName, string path) : TaskFile(fileName)
{
    internal override long? Length => new FileInfo(path).Length;

    internal override bool CanReopen => true;

    internal override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => new(Open());

    internal override void CheckReadable() => Open().Dispose();

    private FileStream Open()
    {
        try
        {
            // The body reads in large pieces of its own: no second buffer.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException denied)
        {
            // Also what a folder gives. One kind of exception for "cannot be read" is enough to catch.
            throw new IOException($"The file to send cannot be read: {path}", denied);
        }
    }
}
