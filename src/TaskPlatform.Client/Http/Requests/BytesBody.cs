namespace TaskPlatform.Client.Http.Requests;

/// <summary>A body that is ready as bytes.</summary>
internal sealed class BytesBody : RequestBody
{
    private readonly ReadOnlyMemory<byte> bytes;

    internal BytesBody(ReadOnlyMemory<byte> bytes, string contentType)
        : base(contentType) => this.bytes = bytes;

    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
