using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

/// <summary>Reads a <see cref="ReportingGroup"/> whatever the types of its members, and writes back what it does not know.</summary>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReportingGroupConverter : JsonConverter<ReportingGroup>
{
    private static readonly WireKeys Keys = new("id", "project_id", "name", "description", "created", "modified");

    /// <inheritdoc/>
    public override ReportingGroup Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        From(WireElement.ParseObject(ref reader))!;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReportingGroup value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var fields = new WireFieldWriter(writer, value.AdditionalFields);
        writer.WriteStartObject();
        fields.Id("id", value.Id);
        fields.Id("project_id", value.ProjectId);
        fields.Text("name", value.Name);
        fields.Text("description", value.Description);
        fields.Timestamp("created", value.Created);
        fields.Timestamp("modified", value.Modified);
        fields.Rest();
        writer.WriteEndObject();
    }

    internal static ReportingGroup? From(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        using var fields = WireFields.Of(entry, Keys);
        return new ReportingGroup
        {
            Id = fields.Id("id") ?? default,
            ProjectId = fields.Id("project_id"),
            Name = fields.Text("name")!,
            Description = fields.Text("description"),
            Created = fields.Timestamp("created"),
            Modified = fields.Timestamp("modified"),
            AdditionalFields = fields.Rest(),
        };
    }
}
