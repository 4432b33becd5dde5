using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Values of single types: marked where they can hold content, plain where they can't.</summary>
internal static class MarkedValue
{
    private static readonly Guid PlainId = new("0195d207-32bb-d03d-cfdc-000000000001");

    /// <summary>A value of a type that has no members to fill; null when it has.</summary>
    internal static object? Of(Type type, string member) => type switch
    {
        _ when type == typeof(string) || type == typeof(object) => Marker.Of(member),
        _ when type == typeof(JsonElement) => Marker.Element(member),
        _ when type == typeof(JsonObject) || type == typeof(JsonNode) => Marker.Object(member),
        _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(Marker.Of(member))),
        _ when type == typeof(Guid) => PlainId,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Uri) => new Uri("https://plain.example/"),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(7),
        _ when type == typeof(HttpMethod) => HttpMethod.Post,
        _ when type == typeof(HttpResponseHeaders) => Response(member).Headers,
        _ when type == typeof(HttpResponseMessage) => Response(member),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(7, type, null),
        _ when typeof(Exception).IsAssignableFrom(type) => new TaskPlatformApiException("plain"),
        _ when type == typeof(TaskOutput) || type == typeof(TextOutput) => new TextOutput(OutputModality.Text, JsonSerializer.SerializeToElement(Marker.Of(member))),
        _ when type == typeof(TaskFile) => TaskFile.FromBytes(Marker.Of(member), Encoding.UTF8.GetBytes(Marker.Of(member))),
        _ when type == typeof(TaskPlatformCredential) => TaskPlatformCredential.ApiKey(Marker.Of(member)),
        _ when IsWord(type) => Activator.CreateInstance(type, "plain_word"),
        _ => null,
    };

    /// <summary>Whether a type can't print itself, or holds code instead of data.</summary>
    internal static bool CannotHoldContent(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) || type == typeof(Type) || type == typeof(TimeProvider) || type == typeof(CancellationToken)
        || (type.IsInterface && (type.Name is "ILoggerFactory" or "ILogger" or "IProgress`1" || (type.Assembly == SdkTypes.Sdk)))
        || typeof(Stream).IsAssignableFrom(type) || type == typeof(JsonLinesRunLog);

    // A word of the wire, or an id: no content, whatever the platform puts there.
    private static bool IsWord(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>) && face.GetGenericArguments()[0] == type);

    private static HttpResponseMessage Response(string member)
    {
        var response = new HttpResponseMessage();
        response.Headers.Add("X-Marked", Marker.Of(member));
        return response;
    }
}
