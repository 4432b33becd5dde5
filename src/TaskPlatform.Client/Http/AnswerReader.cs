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
        var metadata = new ResponseMetadata(last.StatusCode!.Value, last.Headers, result.Attempts, result.Elapsed) { SentAt = result.SentAt };
        var contract = (JsonTypeInfo<T>)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(T))!;
        try
        {
            T? value = JsonSerializer.Deserialize(UnicodeRepair.Clean(last.Body).Span, contract);
            return value is null
                ? throw new JsonException("The answer is null.")
                : new Answer<T>(value, metadata, result.SentAt);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(failure, contract, result, call);
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

    private static TaskPlatformSerializationException Unreadable<T>(Exception failure, JsonTypeInfo<T> contract, CallResult result, CallContext call)
    {
        AttemptResult last = result.Last;
        string? path = (failure as JsonException)?.Path;

        // The serializer's own text may quote the answer, and a path the keys of somebody's map: only a field of ours is told.
        string? field = contract.Properties.FirstOrDefault(property => path?.Split('.', '[') is [_, var first, ..] && first == property.Name)?.Name;
        string where = field is null ? "" : $" at $.{field}";
        return new TaskPlatformSerializationException($"The platform answered {(int)last.StatusCode!.Value}, but its body of {last.Body.Length} bytes can't be read as {typeof(T).Name}{where}. What came is kept in Body, the place in Path.")
        {
            Path = path,
            ExpectedType = typeof(T),
            StatusCode = last.StatusCode,
            Headers = last.Headers,
            Body = last.Body[..Math.Min(last.Body.Length, KeptBody)],
            Facts = Facts(result, call) with
            {
                OutcomeUnknown = true,
                Attempts = [.. result.Attempts.SkipLast(1), result.Attempts[^1] with { Outcome = AttemptOutcome.Unknown }],
            },
        };
    }
}
