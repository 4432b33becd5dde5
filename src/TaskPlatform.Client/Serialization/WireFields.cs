using System.Collections.ObjectModel;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Takes the known keys out of one JSON object of an answer. A key that is missing, null or of the wrong type reads as
/// nothing; what is unknown or of the wrong type is left over, so that nothing of an answer is lost.
/// </summary>
internal sealed class WireFields(JsonElement source)
{
    private readonly List<string> taken = [];

    // One method per type and not one for all: generic code over the framework's value types is compiled when a program
    // starts, not when it is published.
    internal string? Text(string key) => WireValue.Text(Find(key)) is { } value && Took(key) ? value : null;

    internal string? TextOrNumber(string key) => WireValue.TextOrNumber(Find(key)) is { } value && Took(key) ? value : null;

    internal Guid? Id(string key) => WireValue.Id(Find(key)) is { } value && Took(key) ? value : null;

    internal DateTimeOffset? Timestamp(string key) => WireValue.Timestamp(Find(key)) is { } value && Took(key) ? value : null;

    internal bool? Flag(string key) => WireValue.Flag(Find(key)) is { } value && Took(key) ? value : null;

    internal int? Count(string key) => WireValue.Count(Find(key)) is { } value && Took(key) ? value : null;

    internal long? Whole(string key) => WireValue.Whole(Find(key)) is { } value && Took(key) ? value : null;

    internal double? Seconds(string key) => WireValue.Seconds(Find(key)) is { } value && Took(key) ? value : null;

    /// <summary>Takes a JSON object as it is; JSON null where there is none.</summary>
    internal JsonElement Object(string key) =>
        Find(key) is { ValueKind: JsonValueKind.Object } value && Took(key) ? value : WireValue.Null;

    internal T? Word<T>(string key)
        where T : struct, IParsable<T> => WireValue.Word<T>(Find(key)) is { } value && Took(key) ? value : null;

    internal T? Record<T>(string key, Func<JsonElement, T?> read)
        where T : class => read(Find(key)) is { } value && Took(key) ? value : null;

    /// <summary>Takes a list. Entries of the wrong type are passed over, and then the list is left over too.</summary>
    internal IReadOnlyList<T> List<T>(string key, Func<JsonElement, T?> read)
        where T : class
    {
        JsonElement found = Find(key);
        if (found.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var items = new List<T>(found.GetArrayLength());
        bool complete = true;
        foreach (JsonElement entry in found.EnumerateArray())
        {
            if (read(entry) is { } item)
            {
                items.Add(item);
            }
            else
            {
                complete &= entry.ValueKind == JsonValueKind.Null;
            }
        }

        _ = complete && Took(key);
        return items.AsReadOnly();
    }

    /// <summary>Takes a key whose value may be any JSON.</summary>
    internal JsonElement Any(string key)
    {
        if (!source.TryGetProperty(key, out JsonElement found))
        {
            return WireValue.Null;
        }

        taken.Add(key);
        return found;
    }

    /// <summary>Everything that was not taken.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Rest()
    {
        int count = 0;
        foreach (JsonProperty _ in source.EnumerateObject())
        {
            count++;
        }

        // The common case makes no string of any name. A key that stands twice only costs the look below.
        if (count == taken.Count)
        {
            return ReadOnlyDictionary<string, JsonElement>.Empty;
        }

        var rest = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in source.EnumerateObject())
        {
            if (!taken.Contains(property.Name))
            {
                rest[property.Name] = property.Value;
            }
        }

        return rest.AsReadOnly();
    }

    /// <summary>Finds what a key says. Null says nothing, and is understood as that.</summary>
    private JsonElement Find(string key)
    {
        if (source.TryGetProperty(key, out JsonElement found) && found.ValueKind == JsonValueKind.Null)
        {
            Took(key);
        }

        return found;
    }

    private bool Took(string key)
    {
        taken.Add(key);
        return true;
    }
}
