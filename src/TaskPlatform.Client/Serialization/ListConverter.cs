using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads a list without failing: what is no list is null (records give an empty one), nulls in it are dropped, and so
/// is what is no object in a list of records.
/// </summary>
internal sealed class ListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    private static readonly bool TakesObjectsOnly = !typeof(T).IsValueType && typeof(T) != typeof(string);

    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            _ = reader.TrySkip();
            return null;
        }

        var contract = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null || (TakesObjectsOnly && reader.TokenType != JsonTokenType.StartObject))
            {
                _ = reader.TrySkip();
            }
            else
            {
                items.Add(JsonSerializer.Deserialize(ref reader, contract)!);
            }
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var contract = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        writer.WriteStartArray();
        for (int at = 0; at < value.Count; at++)
        {
            JsonSerializer.Serialize(writer, value[at], contract);
        }

        writer.WriteEndArray();
    }
}
