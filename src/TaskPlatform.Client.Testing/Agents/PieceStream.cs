namespace TaskPlatform.Client.Testing.Agents;

/// <summary>Gives bytes as a network does: a piece for each read, never two at once.</summary>
internal sealed class PieceStream(byte[][] pieces, int pieceSize) : Stream
{
    private int piece;
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (piece == pieces.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = pieces[piece].AsSpan(at);
        int count = Math.Min(Math.Min(rest.Length, buffer.Length), pieceSize > 0 ? pieceSize : int.MaxValue);
        rest[..count].CopyTo(buffer);
        at += count;
        if (at == pieces[piece].Length)
        {
            piece++;
            at = 0;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<int>(Read(buffer.Span));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
