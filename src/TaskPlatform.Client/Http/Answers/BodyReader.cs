using System.Buffers;
using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Reads a body whole, or up to a cap, into memory of the shared pool.</summary>
internal static class BodyReader
{
    // A Content-Length is what somebody says: memory for more than this is taken when the bytes are there.
    private const int Believed = 1024 * 1024;

    /// <summary>Whether an exception means that a body broke off or can't be unpacked; the brotli decoder has no better word for the latter.</summary>
    internal static bool IsBroken(Exception failure) =>
        failure is HttpRequestException or IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal static async ValueTask<RentedBody> ReadAsync(HttpContent content, int cap, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            long? announced = content.Headers.ContentLength;
            int size = announced is > 0 && announced < cap ? (int)Math.Min(announced.Value + 1, Believed) : Math.Min(4096, cap);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(size);
            int length = 0;
            try
            {
                while (length < cap)
                {
                    if (length == buffer.Length)
                    {
                        buffer = Grow(buffer, length, cap);
                    }

                    int read = await stream.ReadAsync(buffer.AsMemory(length, Math.Min(buffer.Length, cap) - length), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                    {
                        break;
                    }

                    length += read;
                }
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                throw;
            }

            return new RentedBody(buffer, length);
        }
    }

    private static byte[] Grow(byte[] buffer, int length, int cap)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)length * 2, cap));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // it may have held a token
        return larger;
    }
}
