namespace TaskPlatform.Client.Runs;

/// <summary>Reads memory of any kind as a stream, without a copy of it: a <see cref="MemoryStream"/> takes arrays only.</summary>
internal sealed class MemoryReader(ReadOnlyMemory<byte> content) : ForwardStream
{
    private int position;

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, content.Length - position);
        content.Span.Slice(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));
}
