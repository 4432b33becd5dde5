using System.Buffers;
using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Runs;

/// <summary>Writes a stream to a path so that the path never holds half a file.</summary>
internal static class FileDownload
{
    /// <summary>Throws when the path can't be written to in any case, before a byte is asked for.</summary>
    internal static void CheckTarget(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new IOException($"The path to save to is a folder: {path}");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new DirectoryNotFoundException($"The folder to save to does not exist: {path}");
        }
    }

    internal static async Task SaveAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $"{Path.GetRandomFileName()}.part"); // a longer name than the path's own may be too long
        try
        {
            await SaveAsync(content, temporary, full, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException denied)
        {
            // One kind of exception for "cannot be written" is enough to catch.
            throw new IOException($"The file cannot be saved: {full}", denied);
        }
    }

    private static async Task SaveAsync(Stream content, string temporary, string full, CancellationToken cancellationToken)
    {
        var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous);
        try
        {
            await using (target.ConfigureAwait(false))
            {
                await CopyAsync(content, target, cancellationToken).ConfigureAwait(false);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    // What went wrong before is what the caller should see.
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The folder is gone or closed to us by now.
        }
    }

    // The caller cancels the reading, whose exception says what is known of the call; writing would only say that it ended.
    private static async Task CopyAsync(Stream content, FileStream target, CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            int read;
            while ((read = await content.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await WriteAsync(target, piece.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask WriteAsync(FileStream target, ReadOnlyMemory<byte> piece)
    {
        try
        {
            await target.WriteAsync(piece, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException tooLong)
        {
            // The framework's word for it, and no IOException.
            throw new IOException($"The file is longer than the file system takes: {Path.GetDirectoryName(target.Name)}", tooLong);
        }
    }
}
