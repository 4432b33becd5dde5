using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Reads and writes JSON trees without the SDK's records, so that the platform is an independent check on them.</summary>
internal static class Json
{
    public static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 512 };

    // Like the service, which sends UTF-8 and does not escape what JSON lets stand.
    private static readonly JsonWriterOptions WriteOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    public static byte[] Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriteOptions))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    // ToString and ToJsonString, not GetValue: a node made from a Guid or an int gives itself only as what it was made from.
    public static string? Text(JsonNode? node) => Kind(node) is JsonValueKind.String ? node!.ToString() : null;

    public static bool Flag(JsonNode? node) => Kind(node) is JsonValueKind.True;

    public static Guid? Id(JsonNode? node) => Guid.TryParseExact(Text(node), "D", out Guid id) ? id : null;

    public static double? Number(JsonNode? node) => Kind(node) is JsonValueKind.Number ? double.Parse(node!.ToJsonString(), CultureInfo.InvariantCulture) : null;

    public static JsonArray List(IEnumerable<JsonNode?> items) => [.. items];
}
