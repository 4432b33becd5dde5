using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads a record or a map inside an answer without failing: what is no JSON object is read as null.</summary>
/// <typeparam name="T">The type of the record or the map.</typeparam>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireObjectConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            if (typeof(T) == typeof(JsonObject))
            {
                return (T)(object)WireMap.Of(WireElement.ParseObject(ref reader));
            }

            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }

        _ = reader.TrySkip();
        return null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
