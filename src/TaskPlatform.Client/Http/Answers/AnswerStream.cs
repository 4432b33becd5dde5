using System.Buffers;
using System.Runtime.CompilerServices;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>
/// An answer as it comes down, a file or events. Each wait for bytes has the read limit, failures are this client's exceptions,
/// progress is told, and disposing it gives the connection back.
/// </summary>
internal sealed class AnswerStream(
    Stream content, HttpResponseMessage response, RequestDraft draft, CallFacts facts, IProgress<TransferProgress>? progress, TimeProvider time) : Stream
{
    private readonly long? length = response.Content.Headers.ContentLength;
    private readonly ReadClocks clocks = new(time);
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length ?? throw new NotSupportedException("The platform did not say how long the answer is.");

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException("An answer is read from its start to its end.");
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        AttemptClock clock = clocks.Lend(cancellationToken);
        clock.Start(draft.AnswerLimit.Limit, draft.AnswerLimit.Duration);
        try
        {
            read = await content.ReadAsync(buffer, clock.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OperationCanceledException || BodyReader.IsBroken(failure))
        {
            throw CallFailure.With(clock.Token.IsCancellationRequested ? FailureText.Explain(failure, draft, body: null, clock, connectTimeout: null, cancellationToken) : BrokenOff(failure), facts);
        }
        finally
        {
            clocks.GiveBack(clock, cancellationToken);
        }

        return Count(read); // outside: what a listener throws is no failure of the connection
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult(); // the connection's own way of waiting knows no limit

    public override int Read(Span<byte> buffer)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(buffer.Length);
        try
        {
            int read = Read(piece, 0, buffer.Length);
            piece.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true); // somebody's document
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("An answer is read from its start to its end.");

    public override void SetLength(long value) => throw new NotSupportedException("An answer can't be written.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer can't be written.");

    public override async ValueTask DisposeAsync()
    {
        clocks.Dispose();
        await content.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            clocks.Dispose();
            content.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private TaskPlatformConnectionException BrokenOff(Exception failure) => new($"{draft.Name} broke off after {position} bytes: {failure.Message}", failure);

    private int Count(int read)
    {
        position += read;
        if (read > 0)
        {
            progress?.Report(new TransferProgress(position, length));
        }

        return read;
    }
}
