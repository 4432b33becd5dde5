using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>The body of one attempt of a run: its JSON frame, with each file read and encoded in pieces on the way out.</summary>
internal sealed class RunBody : RequestBody
{
    private readonly RunFrame frame;
    private readonly IProgress<TransferProgress>? progress;
    private long sent;

    internal RunBody(RunFrame frame, IProgress<TransferProgress>? progress)
        : base(Json)
    {
        this.frame = frame;
        this.progress = progress;
    }

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        int written = 0;
        foreach (RunFrame.Gap gap in frame.Gaps)
        {
            await SendAsync(stream, frame.Json[written..gap.Offset], cancellationToken).ConfigureAwait(false);
            written = gap.Offset;
            await SendFileAsync(stream, gap, cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(frame.Json[written..], cancellationToken).ConfigureAwait(false);
        HandOver(); // before the listener is told: it may throw, and every byte has gone all the same
        Report(frame.Json.Length - written);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = frame.Length ?? 0;
        return frame.Length is not null;
    }

    private async ValueTask SendFileAsync(Stream stream, RunFrame.Gap gap, CancellationToken cancellationToken)
    {
        Base64Pieces pieces = await Base64Pieces.OpenAsync(gap, MadeProgress, cancellationToken).ConfigureAwait(false);
        await using (pieces.ConfigureAwait(false))
        {
            while (await pieces.NextAsync(cancellationToken).ConfigureAwait(false) is { IsEmpty: false } piece)
            {
                await SendAsync(stream, piece, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(Stream stream, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        MadeProgress();
        Report(piece.Length);
    }

    private void Report(int written)
    {
        sent += written;
        progress?.Report(new TransferProgress(sent, frame.Length));
    }
}
