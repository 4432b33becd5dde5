using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// The shape of a task's JSON answer (<c>output_format</c>): field names and what each holds, in the order the model
/// sees. Names are 1 to 64 letters, digits, <c>_</c>, <c>.</c> or <c>-</c>.
/// </summary>
/// <remarks>
/// <para><c>new OutputFormat { ["ok"] = OutputType.Boolean, ["why"] = new OutputField { Type = OutputType.Text, Description = "…" } }</c></para>
/// <para>Made once and not changed any more. What was read is written back exactly as it came (<see cref="Raw"/>).</para>
/// </remarks>
[JsonConverter(typeof(OutputFormatConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "The name is promised and is the wire's.")]
public sealed record OutputFormat : IReadOnlyDictionary<string, OutputField>
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, OutputField> fields = new(StringComparer.Ordinal);

    /// <summary>Makes an empty format, to be filled by an initializer.</summary>
    public OutputFormat()
    {
    }

    /// <summary>Makes a format from fields in their order, for example those of another format and one more.</summary>
    /// <param name="fields">The fields; of two with one name the later one counts.</param>
    public OutputFormat(IEnumerable<KeyValuePair<string, OutputField>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach ((string name, OutputField field) in fields)
        {
            Set(name, field);
        }
    }

    /// <summary>What the platform wrote, of whatever kind; null for a format made here.</summary>
    public JsonElement? Raw { get; internal init; }

    /// <summary>How many fields there are.</summary>
    public int Count => names.Count;

    /// <summary>The names in their order.</summary>
    public IEnumerable<string> Keys => names;

    /// <summary>The fields in their order.</summary>
    public IEnumerable<OutputField> Values => names.Select(name => fields[name]);

    /// <summary>The field of a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no field of this name.</exception>
    public OutputField this[string key]
    {
        get => fields[key];
        init => Set(key, value);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => fields.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out OutputField value) => fields.TryGetValue(key, out value);

    /// <summary>Goes through the fields in their order.</summary>
    public IEnumerator<KeyValuePair<string, OutputField>> GetEnumerator() =>
        names.Select(name => KeyValuePair.Create(name, fields[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Set(string name, OutputField field)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(field);
        if (!fields.ContainsKey(name))
        {
            names.Add(name);
        }

        fields[name] = field;
    }

    // Names and descriptions are part of what the model is told.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Count = {Count}");
        return true;
    }
}
