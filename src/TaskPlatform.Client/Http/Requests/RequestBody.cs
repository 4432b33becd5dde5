using System.Net;
using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>
/// The body of one attempt. It knows whether it was ever asked for its bytes and whether the last one was handed over:
/// the evidence on which a call may be repeated.
/// </summary>
internal abstract class RequestBody : HttpContent
{
    internal const string Json = "application/json";
    internal const string Form = "application/x-www-form-urlencoded";

    private int opened;

    // As text: a parsed value of this type would be made for each attempt and written as the same text.
    private protected RequestBody(string contentType) => Headers.TryAddWithoutValidation("Content-Type", contentType);

    // Without bytes there is no type of them.
    private protected RequestBody()
    {
    }

    /// <summary>Whether any handler asked for the bytes.</summary>
    internal bool Opened => Volatile.Read(ref opened) > 0;

    /// <summary>Whether the last byte was handed over: from here on the call may have been carried out.</summary>
    internal bool HandedOver { get; private set; }

    /// <summary>
    /// Whether writing it ended before its last byte: only then is it surely cut off. A body that nobody waits for any
    /// longer may still be going out.
    /// </summary>
    internal bool BrokenOff { get; private set; }

    /// <summary>Runs its limits: standing still while the body goes out, the answer's after it.</summary>
    internal AttemptClock? Clock { get; init; }

    /// <summary>The limit that starts when the last byte is handed over.</summary>
    internal (TimeLimit Limit, TimeSpan Duration) AnswerLimit { get; init; }

    protected abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    /// <summary>To be called with the last byte, before anything else that can fail; otherwise it counts when all is written.</summary>
    protected void HandOver()
    {
        if (HandedOver)
        {
            return;
        }

        HandedOver = true;
        Clock?.Start(AnswerLimit.Limit, AnswerLimit.Duration);
    }

    protected void MadeProgress() => Clock?.Start(TimeLimit.Upload, AttemptClock.UploadStall);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref opened, 1) > 0)
        {
            throw new RepeatRefusedException();
        }

        try
        {
            MadeProgress();
            await WriteAsync(stream, cancellationToken).ConfigureAwait(false);
            HandOver();
        }
        catch
        {
            BrokenOff = !HandedOver;
            throw;
        }
    }
}
