using System.Buffers;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>
/// A body that was read into memory of the shared pool. Given back by whoever read it to its end; one that is not given
/// back is only lost to the pool.
/// </summary>
internal sealed class RentedBody(byte[] buffer, int length)
{
    private byte[]? rented = buffer;

    internal ReadOnlyMemory<byte> Bytes => rented.AsMemory(0, length);

    internal void Return()
    {
        if (Interlocked.Exchange(ref rented, null) is { } returned)
        {
            ArrayPool<byte>.Shared.Return(returned, clearArray: true); // it may have held a token, and the output of somebody's run
        }
    }
}
