using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads and writes an <see cref="Optional{T}"/> as the bare value; being left out is the property's business.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// Public because source-generated contexts of other assemblies must be able to create it. For an
/// <see cref="Optional{T}"/> in a type of your own, put this converter on the property together with
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, WireContract.Of<T>(options))!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!value.TryGetValue(out T? content) || content is null)
        {
            writer.WriteNullValue();
            return;
        }

        JsonSerializer.Serialize(writer, content, WireContract.Of<T>(options));
    }
}
