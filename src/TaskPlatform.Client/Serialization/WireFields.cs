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

    internal T? Value<T>(string key, Func<JsonElement, T?> read)
        where T : struct => TryFind(key, out JsonElement found) ? Take(key, read(found)) : null;

    internal T? Reference<T>(string key, Func<JsonElement, T?> read)
        where T : class => TryFind(key, out JsonElement found) ? Take(key, read(found)) : null;

    /// <summary>Takes a list. Entries of the wrong type are passed over, and then the list is left over too.</summary>
    internal IReadOnlyList<T> List<T>(string key, Func<JsonElement, T?> read)
        where T : class
    {
        if (!TryFind(key, out JsonElement found) || found.ValueKind != JsonValueKind.Array)
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

        if (complete)
        {
            taken.Add(key);
        }

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

    /// <summary>Finds a key that says something: null says nothing, and is understood as that.</summary>
    private bool TryFind(string key, out JsonElement found)
    {
        if (!source.TryGetProperty(key, out found))
        {
            return false;
        }

        if (found.ValueKind != JsonValueKind.Null)
        {
            return true;
        }

        taken.Add(key);
        return false;
    }

    private T Take<T>(string key, T value)
    {
        if (value is not null)
        {
            taken.Add(key);
        }

        return value;
    }
}
