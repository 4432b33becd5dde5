using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A stream that can be read once, in odd pieces, and may break at its end.</summary>
internal sealed class OneWayStream(byte[] content, Exception? end = null) : ForwardStream
{
    private int position;

    public override int Read(Span<byte> buffer)
    {
        int read = Math.Min(Math.Min(buffer.Length, 1237), content.Length - position);
        if (read == 0 && end is not null)
        {
            throw end;
        }

        content.AsSpan(position, read).CopyTo(buffer);
        position += read;
        return read;
    }
}
