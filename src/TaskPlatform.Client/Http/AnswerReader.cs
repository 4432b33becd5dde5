using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http;

/// <summary>Reads an answer's body into its record. One that can't be read is kept whole on the exception, since it was paid for.</summary>
internal static class AnswerReader
{
    private const int KeptBody = 16 * 1024 * 1024;

    /// <summary>Reads the answer and gives its memory back.</summary>
    internal static Answer<T> Read<T>(Call call, CallContext context)
    {
        AttemptResult last = call.Last;
        RentedBody body = last.Body!;
        try
        {
            T value = Parse<T>(UnicodeRepair.Clean(body.Bytes).Span);
            AttemptEvents.Tell(call.Attempts[^1], call.Address);
            return new Answer<T>(
                value,
                new ResponseMetadata(last.StatusCode!.Value, last.Headers, call.Attempts, call.Elapsed) { SentAt = call.SentAt },
                call.SentAt);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable<T>(failure, body.Bytes, call, context);
        }
        finally
        {
            body.Return();
        }
    }

    internal static CallFacts Facts(Call call, CallContext context) => new()
    {
        Attempts = call.Attempts,
        OutcomeUnknown = call.OutcomeUnknown,
        TaskId = context.TaskId,
        Reference = context.Reference,
        SentAt = call.Attempts.Count == 0 ? null : call.SentAt,
        RunId = ResponseHeader.FindGuid(call.Last.Headers, ResponseHeader.TaskRunId) ?? context.RunId,
    };

    private static JsonTypeInfo<T> Contract<T>() => (JsonTypeInfo<T>)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(T))!;

    // A run, whose converter would look at the text twice more, goes past the serializer.
    private static T Parse<T>(ReadOnlySpan<byte> json) => typeof(T) == typeof(TaskRun)
        ? (T)(object)TaskRunReader.Read(WireElement.ParseObject(json))
        : JsonSerializer.Deserialize(json, Contract<T>()) ?? throw new JsonException("The answer is null.");

    private static TaskPlatformSerializationException Unreadable<T>(Exception failure, ReadOnlyMemory<byte> body, Call call, CallContext context)
    {
        AttemptResult last = call.Last;
        string path = (failure as JsonException)?.Path ?? "$";

        RequestAttempt lost = call.Attempts[^1] with { Outcome = AttemptOutcome.Unknown };
        AttemptEvents.Tell(lost, call.Address);

        // The serializer's own text may quote the answer, and a path the keys of somebody's map: only a field of ours is told.
        string? field = Contract<T>().Properties.FirstOrDefault(property => path.Split('.', '[') is [_, var first, ..] && first == property.Name)?.Name;
        string where = field is null ? "" : $" at $.{field}";
        return new TaskPlatformSerializationException($"The platform answered {(int)last.StatusCode!.Value}, but its body of {body.Length} bytes can't be read as {typeof(T).Name}{where}. What came is kept in Body, the place in Path.")
        {
            Path = path,
            ExpectedType = typeof(T),
            StatusCode = last.StatusCode,
            Headers = last.Headers,
            Body = body[..Math.Min(body.Length, KeptBody)].ToArray(),
            Facts = Facts(call, context) with
            {
                OutcomeUnknown = true,
                Attempts = [.. call.Attempts.SkipLast(1), lost],
            },
        };
    }
}
