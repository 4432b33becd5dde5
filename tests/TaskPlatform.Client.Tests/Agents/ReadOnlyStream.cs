namespace TaskPlatform.Client.Tests.Agents;

/// <summary>Gives bytes as a network does: a piece for each read, at most so many bytes at a time where a size is given.</summary>
internal sealed class PieceStream(byte[][] pieces, int pieceSize) : ReadOnlyStream
{
    private int piece;
    private int at;

    protected override int Fill(Span<byte> buffer)
    {
        while (piece < pieces.Length && at == pieces[piece].Length)
        {
            (piece, at) = (piece + 1, 0);
        }

        if (piece == pieces.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = pieces[piece].AsSpan(at);
        int count = Math.Min(Math.Min(rest.Length, buffer.Length), pieceSize > 0 ? pieceSize : int.MaxValue);
        rest[..count].CopyTo(buffer);
        at += count;
        return count;
    }
}

/// <summary>Gives the same bytes again and again.</summary>
internal sealed class EndlessStream(byte[] bytes) : ReadOnlyStream
{
    private int at;

    public long Given { get; private set; }

    protected override int Fill(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = bytes[at];
            at = (at + 1) % bytes.Length;
        }

        Given += buffer.Length;
        return buffer.Length;
    }
}

/// <summary>Gives its bytes, then breaks as a lost connection does.</summary>
internal sealed class BreakingStream(byte[] bytes) : ReadOnlyStream
{
    private int at;

    protected override int Fill(Span<byte> buffer)
    {
        if (at == bytes.Length)
        {
            throw new IOException("The connection was reset.");
        }

        int count = Math.Min(buffer.Length, bytes.Length - at);
        bytes.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }
}

/// <summary>Gives its bytes; the rest never comes, until the reader goes away.</summary>
internal sealed class StuckStream(byte[] bytes) : ReadOnlyStream
{
    private bool given;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (given)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return Fill(buffer.Span);
    }

    protected override int Fill(Span<byte> buffer)
    {
        bytes.CopyTo(buffer);
        given = true;
        return bytes.Length;
    }
}

/// <summary>What streams that only give have in common.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Fill(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int Fill(Span<byte> buffer);
}
