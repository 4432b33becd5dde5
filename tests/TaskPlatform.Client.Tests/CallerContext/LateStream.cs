namespace TaskPlatform.Client.Tests.CallerContext;

/// <summary>A stream that waits at its gate before it reads, writes or is closed.</summary>
internal sealed class LateStream(byte[] content, Gate? reading = null, Gate? writing = null, Gate? closing = null) : MemoryStream(content)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassAsync(reading).ConfigureAwait(false);
        return Read(buffer.Span);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await PassAsync(writing).ConfigureAwait(false);

    public override async ValueTask DisposeAsync()
    {
        await PassAsync(closing).ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask PassAsync(Gate? gate)
    {
        if (gate is not null)
        {
            await gate.Opened.ConfigureAwait(false);
        }
    }
}
