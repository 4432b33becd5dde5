using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The body of a run with one file of this machine, copied to the wire by hand as base64, a piece at a time.</summary>
internal sealed class HandWrittenUpload : HttpContent
{
    private const int PieceSize = 48 * 1024;

    private readonly string path;
    private readonly long length;

    internal HandWrittenUpload(string path)
    {
        this.path = path;
        length = new FileInfo(path).Length;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    private static ReadOnlySpan<byte> Head => "{\"task_input\":{\"text\":\"Hello world, how are you\",\"language\":\"Spanish\"},\"task_files\":[{\"filename\":\"photo.bin\",\"content\":\""u8;

    private static ReadOnlySpan<byte> Tail => "\"}]}"u8;

    protected override bool TryComputeLength(out long length)
    {
        length = Head.Length + ((this.length + 2) / 3 * 4) + Tail.Length;
        return true;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] raw = ArrayPool<byte>.Shared.Rent(PieceSize);
        byte[] encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(PieceSize));
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await stream.WriteAsync(Head.ToArray());
        int read;
        do
        {
            read = await file.ReadAtLeastAsync(raw.AsMemory(0, PieceSize), PieceSize, throwOnEndOfStream: false);
            Base64.EncodeToUtf8(raw.AsSpan(0, read), encoded, out _, out int written);
            await stream.WriteAsync(encoded.AsMemory(0, written));
        }
        while (read == PieceSize);

        await stream.WriteAsync(Tail.ToArray());
        ArrayPool<byte>.Shared.Return(raw);
        ArrayPool<byte>.Shared.Return(encoded);
    }
}
