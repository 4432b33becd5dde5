using System.Buffers;

namespace TaskPlatform.Client.Http;

/// <summary>Reads a body into one array of its own length, or up to a cap.</summary>
internal static class BodyReader
{
    // A Content-Length is what somebody says: memory for more than this is taken when the bytes are there.
    private const int Believed = 1024 * 1024;

    /// <summary>Whether an exception means that a body broke off or can't be unpacked; the brotli decoder has no better word for the latter.</summary>
    internal static bool IsBroken(Exception failure) =>
        failure is HttpRequestException or IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    internal static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int cap, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            long? announced = content.Headers.ContentLength;
            int size = announced is > 0 && announced < cap ? (int)Math.Min(announced.Value + 1, Believed) : Math.Min(4096, cap);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(size);
            try
            {
                int length = 0;
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

                return buffer.AsSpan(0, length).ToArray();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // it may have held a token
            }
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
