using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Writes the members of an answer that a converter of ours has read: nothing for null, and nothing for a known key
/// whose odd value is among the rest, so that no key stands twice.
/// </summary>
internal readonly ref struct WireFieldWriter(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> rest)
{
    internal void Text(string key, string? value)
    {
        if (value is not null && !rest.ContainsKey(key))
        {
            writer.WriteString(key, value);
        }
    }

    internal void Whole(string key, long? value)
    {
        if (value is { } number && !rest.ContainsKey(key))
        {
            writer.WriteNumber(key, number);
        }
    }

    internal void Id(string key, Guid? value)
    {
        if (value is { } id && !rest.ContainsKey(key))
        {
            writer.WriteString(key, id);
        }
    }

    internal void Timestamp(string key, DateTimeOffset? value)
    {
        if (value is { } timestamp && !rest.ContainsKey(key))
        {
            writer.WriteString(key, timestamp);
        }
    }

    internal void Rest()
    {
        foreach ((string key, JsonElement value) in rest)
        {
            writer.WritePropertyName(key);
            WireElement.Write(writer, value);
        }
    }
}
