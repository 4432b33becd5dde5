using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Reads an answer's body into its record. One that can't be read is kept whole on the exception, since it was paid for.</summary>
internal static class AnswerReader
{
    internal const int KeptBody = 16 * 1024 * 1024;

    /// <summary>Reads the answer and gives its memory back.</summary>
    /// <param name="call">The call that was answered.</param>
    /// <param name="context">What its exceptions tell.</param>
    /// <param name="parse">How the body is read; null reads a record of the wire.</param>
    internal static Answer<T> Read<T>(Call call, CallContext context, Func<ReadOnlyMemory<byte>, T>? parse = null)
    {
        AttemptResult last = call.Last;
        RentedBody body = last.Body!;
        try
        {
            return Answer(parse is null ? Parse<T>(body.Bytes) : parse(body.Bytes), call);
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            CallFacts lost = LostAnswer(call, context);
            AttemptEvents.Tell(lost.Attempts[^1], call.Address);
            TaskPlatformSerializationException unreadable = Unreadable<T>(failure, body.Bytes, last.StatusCode!.Value, last.Headers);
            unreadable.Facts = lost;
            throw unreadable;
        }
        finally
        {
            body.Return();
        }
    }

    /// <summary>The answer of a call whose body was read.</summary>
    internal static Answer<T> Answer<T>(T value, Call call)
    {
        AttemptEvents.Tell(call.Attempts[^1], call.Address);
        return new Answer<T>(value, Metadata(call), call.SentAt);
    }

    internal static ResponseMetadata Metadata(Call call) =>
        new(call.Last.StatusCode!.Value, call.Last.Headers, call.Attempts, call.Elapsed) { SentAt = call.SentAt };

    internal static CallFacts Facts(Call call, CallContext context) => Facts(call, context, call.OutcomeUnknown);

    /// <summary>The facts of a call that was answered, but whose answer is lost.</summary>
    internal static CallFacts LostAnswer(Call call, CallContext context) => Facts(call, context, outcomeUnknown: true) with
    {
        Attempts = [.. call.Attempts.SkipLast(1), call.Attempts[^1] with { Outcome = AttemptOutcome.Unknown }],
    };

    private static CallFacts Facts(Call call, CallContext context, bool outcomeUnknown)
    {
        if (outcomeUnknown)
        {
            context.Lost?.Add(context.Reference, call.SentAt + call.Elapsed);
        }

        return new CallFacts
        {
            Attempts = call.Attempts,
            OutcomeUnknown = outcomeUnknown,
            TaskId = context.TaskId,
            Reference = context.Reference,
            SentAt = call.Attempts.Count == 0 ? null : call.SentAt,
            RunId = ResponseHeader.FindGuid(call.Last.Headers, ResponseHeader.TaskRunId) ?? context.RunId,
        };
    }

    // A run, whose converter would look at the text twice more, goes past the serializer. Where nothing is promised,
    // nothing is read.
    internal static T Parse<T>(ReadOnlyMemory<byte> body)
    {
        if (typeof(T) == typeof(Nothing))
        {
            return default!;
        }

        ReadOnlySpan<byte> json = UnicodeRepair.Clean(body).Span;
        return typeof(T) == typeof(TaskRun)
            ? (T)(object)TaskRunReader.Read(WireElement.ParseObject(json))
            : JsonSerializer.Deserialize(json, Contract<T>()!) ?? throw new JsonException("The answer is null.");
    }

    /// <summary>Reads a body by a contract of the caller's; an empty one is JSON null.</summary>
    internal static T Parse<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> contract)
    {
        ReadOnlySpan<byte> json = UnicodeRepair.Clean(body).Span;
        return JsonSerializer.Deserialize(json.Trim(" \t\r\n"u8).IsEmpty ? "null"u8 : json, contract)!;
    }

    // Contracts of the caller's may say that they can't be read at all.
    internal static bool IsUnreadable(Exception failure) => failure is JsonException or InvalidOperationException or FormatException or NotSupportedException;

    /// <summary>What an answer that can't be read is told as; the facts of its call are the caller's to add.</summary>
    internal static TaskPlatformSerializationException Unreadable<T>(Exception failure, ReadOnlyMemory<byte> body, HttpStatusCode status, HttpResponseHeaders? headers)
    {
        string path = (failure as JsonException)?.Path ?? "$";

        // The serializer's own text may quote the answer, and a path the keys of somebody's map: only a field of ours is told.
        string? field = Contract<T>()?.Properties.FirstOrDefault(property => path.Split('.', '[') is [_, var first, ..] && first == property.Name)?.Name;
        string where = field is null ? "" : $" at $.{field}";
        return new TaskPlatformSerializationException($"The platform answered {(int)status}, but its body of {body.Length} bytes can't be read as {Name(typeof(T))}{where}. What came is kept in Body, the place in Path.")
        {
            Path = path,
            ExpectedType = typeof(T),
            StatusCode = status,
            Headers = headers,
            Body = body[..Math.Min(body.Length, KeptBody)].ToArray(),
        };
    }

    // Null for types of the caller's.
    private static JsonTypeInfo<T>? Contract<T>() => (JsonTypeInfo<T>?)TaskPlatformJsonContext.Default.GetTypeInfo(typeof(T));

    private static string Name(Type type) =>
        type == typeof(JsonElement) ? "JSON" : type.IsGenericType ? $"{type.Name.Split('`')[0]} of {string.Join(", ", type.GetGenericArguments().Select(Name))}" : type.Name;
}
