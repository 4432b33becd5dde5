using System.Net.Http.Headers;

namespace TaskPlatform.Client.Http;

/// <summary>A body that is ready as bytes: an update's JSON, a token request's form.</summary>
internal sealed class BytesBody : RequestBody
{
    internal static readonly MediaTypeHeaderValue Json = new("application/json");
    internal static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded");

    private readonly ReadOnlyMemory<byte> bytes;

    internal BytesBody(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue type)
    {
        this.bytes = bytes;
        Headers.ContentType = type;
    }

    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
