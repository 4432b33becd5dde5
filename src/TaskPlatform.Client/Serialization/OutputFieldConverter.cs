using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads a field of an output format, word or object, and writes back what it read.</summary>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputFieldConverter : JsonConverter<OutputField>
{
    private static readonly OutputFormatConverter Formats = new();

    /// <inheritdoc/>
    public override OutputField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ToField(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OutputField value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        WriteField(writer, value, options);
    }

    internal static OutputField ToField(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new() { Type = ToType(element), IsWord = true, Raw = element };
        }

        Dictionary<string, JsonElement>? unknown = null;
        var field = new OutputField { Type = default };
        foreach (JsonProperty member in element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "type":
                    field = field with { Type = ToType(member.Value) };
                    break;
                case "description":
                    field = field with { Description = member.Value.ValueKind == JsonValueKind.Null ? null : ToText(member.Value) };
                    break;
                case "options":
                    field = field with { Options = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray().Select(ToText)] : null };
                    break;
                case "item_type":
                    field = field with { ItemType = member.Value.ValueKind == JsonValueKind.Null ? null : ToType(member.Value) };
                    break;
                case "nested_structure":
                    field = field with { NestedStructure = member.Value.ValueKind == JsonValueKind.Null ? null : OutputFormatConverter.ToFormat(member.Value) };
                    break;
                default:
                    (unknown ??= [])[member.Name] = member.Value;
                    break;
            }
        }

        return field with { AdditionalFields = unknown, Raw = element };
    }

    internal static void WriteField(Utf8JsonWriter writer, OutputField field, JsonSerializerOptions options)
    {
        if (field.Raw is { } raw)
        {
            raw.WriteTo(writer);
            return;
        }

        if (field.IsWordAlone)
        {
            writer.WriteStringValue(field.Type.Value);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", field.Type.Value);
        if (field.Description is not null)
        {
            writer.WriteString("description", field.Description);
        }

        if (field.Options is not null)
        {
            writer.WriteStartArray("options");
            foreach (string option in field.Options)
            {
                writer.WriteStringValue(option);
            }

            writer.WriteEndArray();
        }

        if (field.ItemType is { } itemType)
        {
            writer.WriteString("item_type", itemType.Value);
        }

        if (field.NestedStructure is not null)
        {
            writer.WritePropertyName("nested_structure");
            Formats.Write(writer, field.NestedStructure, options);
        }

        if (field.AdditionalFields is not null)
        {
            foreach ((string name, JsonElement value) in field.AdditionalFields)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static OutputType ToType(JsonElement element) => element.ValueKind == JsonValueKind.Null ? default : new(ToText(element));

    private static string ToText(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}
