using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>A file as base64, piece by piece: the memory needed is that of one piece, and a piece allocates nothing.</summary>
internal sealed class Base64Pieces : IAsyncDisposable
{
    /// <summary>
    /// How many bytes of a file make a piece: a multiple of three, so that only the last one is padded. Each write to a slow
    /// network costs the framework some two hundred bytes, so pieces are not small.
    /// </summary>
    internal const int PieceSize = 96 * 1024;

    private readonly RunFrame.Gap gap;
    private readonly Stream content;
    private readonly Action moved;
    private readonly int size;
    private readonly byte[] raw;
    private readonly byte[] encoded;
    private long total;
    private bool ended;

    private Base64Pieces(RunFrame.Gap gap, Stream content, Action moved)
    {
        this.gap = gap;
        this.content = content;
        this.moved = moved;

        // A small file takes small memory: as much as it needs, and a byte more to see it grow.
        size = (int)Math.Min(PieceSize - 1, gap.FileLength ?? PieceSize) + 1;
        raw = ArrayPool<byte>.Shared.Rent(size);
        encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(size));
    }

    /// <summary>Opens the file.</summary>
    /// <param name="gap">Where it goes.</param>
    /// <param name="moved">Called with every read: a file that comes slowly, in small parts, does not stand still.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    internal static async ValueTask<Base64Pieces> OpenAsync(RunFrame.Gap gap, Action moved, CancellationToken cancellationToken)
    {
        try
        {
            return new Base64Pieces(gap, await gap.File.OpenAsync(cancellationToken).ConfigureAwait(false), moved);
        }
        catch (Exception failure) when (IsOfFile(failure, cancellationToken))
        {
            throw Unreadable(gap, failure);
        }
    }

    /// <summary>The next piece, good until the one after it is asked for; empty at the end of the file.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        int length = 0;
        try
        {
            while (!ended && length < size)
            {
                int read = await content.ReadAsync(raw.AsMemory(length, size - length), cancellationToken).ConfigureAwait(false);
                length += read;
                ended = read == 0;
                moved();
            }
        }
        catch (Exception failure) when (IsOfFile(failure, cancellationToken))
        {
            throw Unreadable(gap, failure);
        }

        total += length;
        ThrowIfTooLong();
        if (ended)
        {
            ThrowIfShrunk();
        }

        Base64.EncodeToUtf8(raw.AsSpan(0, length), encoded, out _, out int written);
        return encoded.AsMemory(0, written);
    }

    public async ValueTask DisposeAsync()
    {
        // Somebody's document should not lie about in a shared pool.
        ArrayPool<byte>.Shared.Return(raw, clearArray: true);
        ArrayPool<byte>.Shared.Return(encoded, clearArray: true);
        try
        {
            await content.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Its bytes were read or are no longer wanted.
        }
    }

    // What goes wrong with a file is not the connection's fault, and must not look like it.
    private static bool IsOfFile(Exception failure, CancellationToken cancellationToken) =>
        failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    private static TaskPlatformException Unreadable(RunFrame.Gap gap, Exception failure) =>
        new($"Files[{gap.Index}] could not be read while it was being sent. The run was not carried out.", failure);

    private void ThrowIfTooLong()
    {
        if (total > gap.FileLength)
        {
            throw Changed("grew");
        }

        if (total > gap.Limit)
        {
            throw new TaskPlatformException($"Files[{gap.Index}] has more than the {gap.Limit} bytes that TaskPlatformClientOptions.MaxFileSize allows. The run was not carried out.");
        }
    }

    private void ThrowIfShrunk()
    {
        if (total < gap.FileLength)
        {
            throw Changed("shrank");
        }
    }

    private TaskPlatformException Changed(string how) =>
        new($"Files[{gap.Index}] {how} while it was being sent ({gap.FileLength} bytes were announced). The run was not carried out; send it again when nobody writes to the file.");
}
