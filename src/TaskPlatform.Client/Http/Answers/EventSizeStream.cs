using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Ends a stream whose next event has no end: the parser keeps an event whole until it is complete.</summary>
internal sealed class EventSizeStream(Stream inner, CallFacts facts) : Stream
{
    /// <summary>More than any answer that came so far, and little enough to be held.</summary>
    internal const int Largest = 64 * 1024 * 1024;

    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    /// <summary>Counts anew.</summary>
    internal void NextEvent() => read = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (read > Largest)
        {
            throw new TaskPlatformSerializationException($"An event of the answer is larger than {Largest} bytes, so it was not read on.") { Facts = facts };
        }

        int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        read += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Events are read without blocking.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Events are read once.");

    public override void SetLength(long value) => throw new NotSupportedException("Events can't be written.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Events can't be written.");
}
