using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads an output format of whatever shape, and writes back what it read; a format made here is written as a map.</summary>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputFormatConverter : JsonConverter<OutputFormat>
{
    /// <inheritdoc/>
    public override OutputFormat Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ToFormat(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OutputFormat value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Raw is { } raw)
        {
            raw.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach ((string name, OutputField field) in value)
        {
            writer.WritePropertyName(name);
            OutputFieldConverter.WriteField(writer, field, options);
        }

        writer.WriteEndObject();
    }

    internal static OutputFormat ToFormat(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? new(element.EnumerateObject().Select(static field => KeyValuePair.Create(field.Name, OutputFieldConverter.ToField(field.Value)))) { Raw = element }
        : new() { Raw = element };
}
