using System.Buffers;

namespace TaskPlatform.Client.Http;

/// <summary>
/// A body that was read into memory of the shared pool. Given back once, by whoever read it to its end; one that is not
/// given back is only lost to the pool.
/// </summary>
internal readonly struct RentedBody(byte[] buffer, int length)
{
    internal ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    internal void Return()
    {
        if (buffer is not null)
        {
            buffer.AsSpan(0, length).Clear(); // it may have held a token, and the output of somebody's run
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
