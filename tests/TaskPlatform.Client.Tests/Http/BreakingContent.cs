using System.Net;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A body whose connection breaks after its first bytes.</summary>
internal sealed class BreakingContent(byte[] first, long announced) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(first);
        await stream.FlushAsync();
        throw new IOException("cut");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = announced;
        return true;
    }
}
