namespace TaskPlatform.Client.Runs;

/// <summary>Reads a stream that outlives it: disposing gives the stream back instead of closing it.</summary>
internal sealed class BorrowedStream(Stream content, Action giveBack) : ForwardStream
{
    private Action? giveBack = giveBack;

    public override bool CanRead => giveBack is not null;

    public override int Read(Span<byte> buffer) => content.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        content.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        content.ReadAsync(buffer, offset, count, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref giveBack, null)?.Invoke();
        base.Dispose(disposing);
    }
}
