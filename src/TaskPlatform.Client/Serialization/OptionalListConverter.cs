using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads and writes an <see cref="OptionalList{T}"/> as a bare list or null; being left out is the property's business.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalListConverter<T> : JsonConverter<OptionalList<T>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override OptionalList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return new OptionalList<T>(null);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list or null is expected here.");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, WireContract.Of<T>(options))!);
        }

        return OptionalList.From(items);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OptionalList<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.IsSet || value.IsNull)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (T item in value)
        {
            JsonSerializer.Serialize(writer, item, WireContract.Of<T>(options));
        }

        writer.WriteEndArray();
    }
}
