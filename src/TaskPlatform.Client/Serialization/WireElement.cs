using System.Buffers;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads and writes answers that are kept as raw JSON. An element that comes from here can be read and written without
/// an exception: the framework's own throws at text that is no valid Unicode, and only when it is touched.
/// </summary>
internal static class WireElement
{
    /// <summary>How deep an answer may be nested.</summary>
    internal const int MaxDepth = 512;

    internal static JsonElement ParseObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A JSON object is expected here.");
        }

        Utf8JsonReader ahead = reader;
        return IsClean(ref ahead) ? JsonElement.ParseValue(ref reader) : Repair(ref reader);
    }

    /// <summary>Reads a whole answer whose text was cleaned. The bytes are copied, and nothing more is kept than they need.</summary>
    internal static JsonElement ParseObject(ReadOnlySpan<byte> clean)
    {
#if NET10_0_OR_GREATER
        var element = JsonElement.Parse(clean, new JsonDocumentOptions { MaxDepth = MaxDepth });
#else
        var reader = new Utf8JsonReader(clean, new JsonReaderOptions { MaxDepth = MaxDepth });
        var element = JsonElement.ParseValue(ref reader);
        if (reader.Read())
        {
            throw new JsonException("One JSON value is expected here.");
        }
#endif
        return element.ValueKind == JsonValueKind.Object ? element : throw new JsonException("A JSON object is expected here.");
    }

    /// <summary>Writes the text as it came: no escape, number form or order of keys changes.</summary>
    internal static void Write(Utf8JsonWriter writer, JsonElement element) =>
#if NET9_0_OR_GREATER
        writer.WriteRawValue(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
#else
        writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
#endif

    private static bool IsClean(ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !UnicodeRepair.IsClean(Bytes(in reader)))
            {
                return false;
            }
        }

        return true;
    }

    private static JsonElement Repair(ref Utf8JsonReader reader)
    {
        var repaired = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(repaired, new JsonWriterOptions { MaxDepth = int.MaxValue }))
        {
            int depth = reader.CurrentDepth;
            do
            {
                Copy(in reader, writer);
            }
            while ((reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > depth) && reader.Read());
        }

        var copy = new Utf8JsonReader(repaired.WrittenSpan, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref copy);
    }

    private static void Copy(in Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(Text(in reader));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(Text(in reader));
                break;
            default:
                writer.WriteRawValue(Bytes(in reader), skipInputValidation: true);
                break;
        }
    }

    private static string Text(in Utf8JsonReader reader)
    {
        byte[] quoted = [(byte)'"', .. Bytes(in reader), (byte)'"'];
        using JsonDocument text = JsonDocument.Parse(UnicodeRepair.Clean(quoted));
        return text.RootElement.GetString()!;
    }

    private static ReadOnlySpan<byte> Bytes(in Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
}
