using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http;

/// <summary>Reads an answer's body into its record. One that can't be read is kept whole on the exception, since it was paid for.</summary>
internal static class AnswerReader
{
    private const int KeptBody = 16 * 1024 * 1024;

    internal static Answer<T> Read<T>(CallResult result, CallContext call)
    {
        AttemptResult last = result.Last;
        var metadata = new ResponseMetadata(last.StatusCode!.Value, last.Headers, result.Attempts, result.Elapsed);
        try
        {
            var contract = (JsonTypeInfo<T>)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(T))!;
            T? value = JsonSerializer.Deserialize(UnicodeRepair.Clean(last.Body).Span, contract);
            return value is null
                ? throw new JsonException("The answer is null.")
                : new Answer<T>(value, metadata, result.SentAt);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable<T>(failure, result, call);
        }
    }

    internal static CallFacts Facts(CallResult result, CallContext call) => new()
    {
        Attempts = result.Attempts,
        OutcomeUnknown = result.OutcomeUnknown,
        TaskId = call.TaskId,
        Reference = call.Reference,
        SentAt = result.Attempts.Count == 0 ? null : result.SentAt,
        RunId = ResponseHeader.FindGuid(result.Last.Headers, ResponseHeader.TaskRunId) ?? call.RunId,
    };

    private static TaskPlatformSerializationException Unreadable<T>(Exception failure, CallResult result, CallContext call)
    {
        AttemptResult last = result.Last;
        string? path = (failure as JsonException)?.Path;
        string where = path is null ? "" : $" at {path}";

        // The serializer's own text may quote the answer, so only where it failed is told.
        return new TaskPlatformSerializationException($"The platform answered {(int)last.StatusCode!.Value}, but its body of {last.Body.Length} bytes can't be read as {typeof(T).Name}{where}. It is kept in Body.")
        {
            Path = path,
            ExpectedType = typeof(T),
            StatusCode = last.StatusCode,
            Headers = last.Headers,
            Body = last.Body[..Math.Min(last.Body.Length, KeptBody)],
            Facts = Facts(result, call) with { OutcomeUnknown = true },
        };
    }
}
