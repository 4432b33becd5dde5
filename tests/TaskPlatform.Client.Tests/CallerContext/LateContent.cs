using System.Net;

namespace TaskPlatform.Client.Tests.CallerContext;

/// <summary>The body of an answer that waits at a gate before it is opened, or in its stream.</summary>
internal sealed class LateContent(LateStream stream, Gate? opening = null) : HttpContent
{
    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        if (opening is not null)
        {
            await opening.Opened.ConfigureAwait(false);
        }

        return stream;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("It is read as a stream.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
