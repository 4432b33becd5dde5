using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client;

/// <summary>
/// A file that goes with a run. It is read in pieces while it is sent, again for every attempt, and is never held whole.
/// </summary>
/// <remarks>Make one by path, from bytes, from a stream, or by a function that opens a stream.</remarks>
public abstract class TaskFile
{
    private protected TaskFile(string fileName) => FileName = fileName;

    /// <summary>The name that is sent; the platform takes the type of the file from it or from the bytes.</summary>
    internal string FileName { get; }

    /// <summary>How many bytes will be sent, looked up now; null when nobody knows before the end.</summary>
    internal abstract long? Length { get; }

    /// <summary>Whether the bytes can be had a second time, for another attempt or the fallback model.</summary>
    internal abstract bool CanReopen { get; }

    /// <summary>Sends a file of this machine.</summary>
    /// <param name="path">Where the file is. It is opened when the run is sent.</param>
    /// <param name="fileName">The name to send; null takes the one in <paramref name="path"/>.</param>
    /// <returns>The file. A path without a readable file fails when the run is started, before anything is sent.</returns>
    public static TaskFile FromPath(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PathFile(fileName ?? Path.GetFileName(path), path);
    }

    /// <summary>Sends bytes in memory.</summary>
    /// <param name="fileName">The name to send.</param>
    /// <param name="content">The bytes; not copied, so leave them alone until the run is over.</param>
    /// <returns>The file.</returns>
    public static TaskFile FromBytes(string fileName, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return new BytesFile(fileName, content);
    }

    /// <summary>Sends a stream from where it stands now to its end.</summary>
    /// <param name="fileName">The name to send.</param>
    /// <param name="content">
    /// The stream. One that cannot seek can be sent only once: such a run is not tried again, nor with the fallback model.
    /// </param>
    /// <param name="leaveOpen">Whether the stream stays open; by default the run disposes it at its end.</param>
    /// <returns>The file, good for one run at a time.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public static TaskFile FromStream(string fileName, Stream content, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(content);
        return content.CanRead
            ? new StreamFile(fileName, content, leaveOpen)
            : throw new ArgumentException("The stream cannot be read; is it disposed?", nameof(content));
    }

    /// <summary>Sends what a function opens, once for every attempt: a blob, a row, an upload of your own.</summary>
    /// <param name="fileName">The name to send.</param>
    /// <param name="open">Opens a new stream at its start; the client disposes it.</param>
    /// <param name="length">How many bytes the stream gives; null when you do not know, which sends without a <c>Content-Length</c>.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static TaskFile FromOpener(string fileName, Func<CancellationToken, ValueTask<Stream>> open, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(open);
        if (length is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(length));
        }

        return new OpenerFile(fileName, open, length);
    }

    /// <summary>Says nothing of the name or the content.</summary>
    public sealed override string ToString() => nameof(TaskFile);

    /// <summary>Opens the bytes from their start; the caller disposes the stream.</summary>
    internal abstract ValueTask<Stream> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Fails if the file cannot be read, before a byte of the run is sent.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    internal virtual void CheckReadable()
    {
    }

    /// <summary>Lets go of what the file holds, when the run is over with all its attempts.</summary>
    internal virtual ValueTask ReleaseAsync() => ValueTask.CompletedTask;
}
