using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Http.Requests;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Reads the events of an answer. The framework's parser knows the lines; here they get limits, and exceptions that say what is known.</summary>
internal static class EventReader
{
    private const string MediaType = "text/event-stream";

    internal static async ValueTask<EventAnswer> OpenAsync(Call call, RequestDraft draft, CallContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = call.Last.OpenResponse!;

        // The platform has begun: whatever breaks the events off, the run may go on and be charged.
        CallFacts facts = AnswerReader.LostAnswer(call, context);
        var stream = new AnswerStream(call.Last.OpenContent!, response, draft, facts, progress: null, time);
        if (response.Content.Headers.ContentType?.MediaType is { } type && !type.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw await NoEventsAsync(stream, response, type, facts, cancellationToken).ConfigureAwait(false);
        }

        AttemptEvents.Tell(call.Attempts[^1], draft.Address);
        return new EventAnswer(AnswerReader.Metadata(call), ReadAsync(stream, facts, cancellationToken), facts);
    }

    private static async IAsyncEnumerable<ServerEvent> ReadAsync(AnswerStream stream, CallFacts facts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (stream.ConfigureAwait(false))
        {
            var bounded = new EventSizeStream(stream, facts);
            await foreach (SseItem<JsonElement> item in SseParser.Create(bounded, static (_, data) => Parse(data)).EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                bounded.NextEvent();
                yield return new ServerEvent(item.EventType, item.Data);
            }
        }
    }

    // A word such as a keep-alive's is no reason to lose the events behind it.
    private static JsonElement Parse(ReadOnlySpan<byte> data)
    {
        try
        {
            return WireElement.ParseObject(UnicodeRepair.Clean(data.ToArray()).Span);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(data), TaskPlatformJsonContext.Default.String);
        }
    }

    // A proxy's page, or a refusal with a good status: it is kept as an unreadable answer is.
    private static async ValueTask<Exception> NoEventsAsync(AnswerStream stream, HttpResponseMessage response, string type, CallFacts facts, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await using (stream.ConfigureAwait(false))
        {
            byte[] piece = new byte[16 * 1024];
            int read;
            while (kept.Length < AnswerReader.KeptBody && (read = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                kept.Write(piece, 0, read);
            }
        }

        return new TaskPlatformSerializationException($"The platform answered {(int)response.StatusCode} with {Printable(type)} in place of events. What came is kept in Body.")
        {
            StatusCode = response.StatusCode,
            Headers = response.Headers,
            Body = kept.ToArray(),
            Facts = facts,
        };
    }

    private static string Printable(string type) => type.Length > 64 ? type[..64] : type;
}
