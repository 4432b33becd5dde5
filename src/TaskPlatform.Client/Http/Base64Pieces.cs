using System.Buffers;
using System.Buffers.Text;

namespace TaskPlatform.Client.Http;

/// <summary>Reads a file and hands it on as base64, piece by piece: the memory needed is that of one piece.</summary>
internal static class Base64Pieces
{
    // A multiple of three, so that only the last piece is padded.
    private const int PieceSize = 48 * 1024;

    internal static async ValueTask WriteAsync(RunFrame.Gap gap, Func<ReadOnlyMemory<byte>, ValueTask> send, CancellationToken cancellationToken)
    {
        Stream content = await OfFileAsync(gap, () => gap.File.OpenAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            byte[] raw = ArrayPool<byte>.Shared.Rent(PieceSize);
            byte[] encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(PieceSize));
            try
            {
                long total = 0;
                int read;
                do
                {
                    read = await OfFileAsync(gap, () => content.ReadAtLeastAsync(raw.AsMemory(0, PieceSize), PieceSize, throwOnEndOfStream: false, cancellationToken), cancellationToken).ConfigureAwait(false);
                    total += read;
                    ThrowIfGrown(gap, total);
                    Base64.EncodeToUtf8(raw.AsSpan(0, read), encoded, out _, out int length);
                    await send(encoded.AsMemory(0, length)).ConfigureAwait(false);
                }
                while (read == PieceSize);

                ThrowIfShrunk(gap, total);
            }
            finally
            {
                // Somebody's document should not lie about in a shared pool.
                ArrayPool<byte>.Shared.Return(raw, clearArray: true);
                ArrayPool<byte>.Shared.Return(encoded, clearArray: true);
            }
        }
    }

    // What goes wrong with a file is not the connection's fault, and must not look like it.
    private static async ValueTask<T> OfFileAsync<T>(RunFrame.Gap gap, Func<ValueTask<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new TaskPlatformException($"Files[{gap.Index}] could not be read while it was being sent. The run was not carried out.", failure);
        }
    }

    private static void ThrowIfGrown(RunFrame.Gap gap, long total)
    {
        if (total > gap.FileLength)
        {
            throw Changed(gap, "grew");
        }

        if (total > gap.Limit)
        {
            throw new TaskPlatformException($"Files[{gap.Index}] has more than the {gap.Limit} bytes that TaskPlatformClientOptions.MaxFileSize allows. The run was not carried out.");
        }
    }

    private static void ThrowIfShrunk(RunFrame.Gap gap, long total)
    {
        if (total < gap.FileLength)
        {
            throw Changed(gap, "shrank");
        }
    }

    private static TaskPlatformException Changed(RunFrame.Gap gap, string how) =>
        new($"Files[{gap.Index}] {how} while it was being sent ({gap.FileLength} bytes were announced). The run was not carried out; send it again when nobody writes to the file.");
}
