using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads a <see cref="RunFile"/> whatever the types of its members, and writes back what it does not know.</summary>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunFileConverter : JsonConverter<RunFile>
{
    private static readonly WireKeys Keys = new(
        "original_filename", "stored_filename", "content_type", "download_url", "size_bytes", "source", "source_task_name", "source_task_run_id");

    /// <inheritdoc/>
    public override RunFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        From(WireElement.ParseObject(ref reader))!;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RunFile value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var fields = new WireFieldWriter(writer, value.AdditionalFields);
        writer.WriteStartObject();
        fields.Text("original_filename", value.OriginalFilename);
        fields.Text("stored_filename", value.StoredFilename);
        fields.Text("content_type", value.ContentType);
        fields.Text("download_url", value.DownloadUrl);
        fields.Whole("size_bytes", value.SizeBytes);
        fields.Text("source", value.Source?.Value);
        fields.Text("source_task_name", value.SourceTaskName);
        fields.Id("source_task_run_id", value.SourceTaskRunId);
        fields.Rest();
        writer.WriteEndObject();
    }

    internal static RunFile? From(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        using var fields = WireFields.Of(entry, Keys);
        return new RunFile
        {
            OriginalFilename = fields.Text("original_filename"),
            StoredFilename = fields.Text("stored_filename")!,
            ContentType = fields.Text("content_type"),
            DownloadUrl = fields.Text("download_url"),
            SizeBytes = fields.Whole("size_bytes"),
            Source = fields.Word<RunFileSource>("source"),
            SourceTaskName = fields.Text("source_task_name"),
            SourceTaskRunId = fields.Id("source_task_run_id"),
            AdditionalFields = fields.Rest(),
        };
    }
}
