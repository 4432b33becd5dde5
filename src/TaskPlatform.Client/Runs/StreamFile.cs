namespace TaskPlatform.Client.Runs;

/// <summary>A stream of the caller: sought back to where it stood for every attempt, or good for one when it cannot seek.</summary>
internal sealed class StreamFile : TaskFile
{
    private readonly Stream content;
    private readonly bool leaveOpen;
    private readonly long start;
    private bool wasOpened;
    private int openNow;

    internal StreamFile(string fileName, Stream content, bool leaveOpen)
        : base(fileName)
    {
        this.content = content;
        this.leaveOpen = leaveOpen;
        start = content.CanSeek ? content.Position : 0;
    }

    internal override long? Length => content.CanSeek ? Math.Max(0, content.Length - start) : null;

    internal override bool CanReopen => content.CanSeek;

    internal override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (!content.CanRead)
        {
            throw new InvalidOperationException("The stream of a file is disposed: a run disposes it at its end unless leaveOpen is true.");
        }

        if (wasOpened && !content.CanSeek)
        {
            throw new InvalidOperationException("The stream of a file cannot seek and has been read: it can be sent only once.");
        }

        // Two readers would take turns and send two broken files.
        if (Interlocked.Exchange(ref openNow, 1) != 0)
        {
            throw new InvalidOperationException("The stream of a file is being sent by another run.");
        }

        wasOpened = true;
        if (content.CanSeek)
        {
            content.Position = start;
        }

        return new(new BorrowedStream(content, () => Volatile.Write(ref openNow, 0)));
    }

    internal override ValueTask ReleaseAsync() => leaveOpen ? ValueTask.CompletedTask : content.DisposeAsync();
}
