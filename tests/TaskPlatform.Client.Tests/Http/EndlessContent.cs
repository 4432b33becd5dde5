using System.Net;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A body that goes on until the reader goes away.</summary>
internal sealed class EndlessContent : HttpContent
{
    private static readonly byte[] Piece = [.. Enumerable.Repeat((byte)'e', 64 * 1024)];

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await stream.WriteAsync(Piece, cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
