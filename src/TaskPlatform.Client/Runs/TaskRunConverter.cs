using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Reads a <see cref="TaskRun"/> whatever the types of its members, and writes the answer back as it came. Text that is
/// no valid Unicode is replaced by U+FFFD.
/// </summary>
/// <remarks>Public because source-generated contexts of other assemblies must be able to create it; not meant to be called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskRunConverter : JsonConverter<TaskRun>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no object.</exception>
    public override TaskRun Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TaskRunReader.Read(WireElement.ParseObject(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskRun value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        WireElement.Write(writer, value.Raw);
    }
}
