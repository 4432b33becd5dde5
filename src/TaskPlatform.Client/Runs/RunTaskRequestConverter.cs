using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Writes the body of a <see cref="RunTaskRequest"/> without its files, and reads it back. The serializer's own way with
/// further keys fails for members that are set at creation, or writes broken JSON, depending on how it is configured.
/// </summary>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunTaskRequestConverter : JsonConverter<RunTaskRequest>
{
    private const string Input = "task_input";
    private const string Reference = "task_reference";

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no object.</exception>
    public override RunTaskRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject body)
        {
            throw new JsonException("A JSON object is expected here.");
        }

        body.Remove(Input, out JsonNode? input);
        body.Remove(Reference, out JsonNode? reference);
        return new RunTaskRequest { Input = input as JsonObject ?? [], Reference = reference?.ToString(), AdditionalFields = body };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RunTaskRequest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        WriteInput(writer, value);
        WriteRest(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes what stands before the files of a body.</summary>
    internal static void WriteInput(Utf8JsonWriter writer, RunTaskRequest request)
    {
        writer.WritePropertyName(Input);
        request.Input.WriteTo(writer);
    }

    /// <summary>Writes what stands behind the files of a body.</summary>
    internal static void WriteRest(Utf8JsonWriter writer, RunTaskRequest request)
    {
        if (request.Reference is not null)
        {
            writer.WriteString(Reference, request.Reference);
        }

        if (!request.HasAdditionalFields)
        {
            return;
        }

        foreach ((string key, JsonNode? field) in request.AdditionalFields)
        {
            writer.WritePropertyName(key);
            if (field is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                field.WriteTo(writer);
            }
        }
    }
}
