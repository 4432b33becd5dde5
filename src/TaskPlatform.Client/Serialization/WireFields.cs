using System.Collections.ObjectModel;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Takes the known keys out of one JSON object of an answer, which is gone through once. A key that is missing, null or of
/// the wrong type reads as nothing; what is unknown or of the wrong type is left over, so that nothing of an answer is lost.
/// </summary>
internal sealed class WireFields : IDisposable
{
    [ThreadStatic]
    private static WireFields? spare; // what it holds is needed only while one object is read

    private readonly JsonElement[] found = new JsonElement[WireKeys.MaxCount];
    private JsonElement source;
    private WireKeys keys = null!;
    private bool hasUnknown;
    private int cursor;

    private WireFields()
    {
    }

    /// <summary>Goes through an object. To be disposed on the same thread, when all is read.</summary>
    internal static WireFields Of(JsonElement source, WireKeys keys)
    {
        WireFields fields = spare ?? new WireFields();
        spare = null; // an object within this one takes another
        fields.Find(source, keys);
        return fields;
    }

    internal T? Value<T>(string key, Func<JsonElement, T?> read)
        where T : struct
    {
        ref JsonElement value = ref At(key);
        if (value.ValueKind == JsonValueKind.Undefined || read(value) is not { } result)
        {
            return null;
        }

        value = default;
        return result;
    }

    internal T? Reference<T>(string key, Func<JsonElement, T?> read)
        where T : class
    {
        ref JsonElement value = ref At(key);
        if (value.ValueKind == JsonValueKind.Undefined || read(value) is not { } result)
        {
            return null;
        }

        value = default;
        return result;
    }

    /// <summary>Takes a list. Entries of the wrong type are passed over, and then the list is left over too.</summary>
    internal IReadOnlyList<T> List<T>(string key, Func<JsonElement, T?> read)
        where T : class
    {
        ref JsonElement list = ref At(key);
        if (list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var items = new List<T>(list.GetArrayLength());
        bool complete = true;
        foreach (JsonElement entry in list.EnumerateArray())
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
            list = default;
        }

        return items.AsReadOnly();
    }

    /// <summary>Takes a key whose value may be any JSON.</summary>
    internal JsonElement Any(string key)
    {
        ref JsonElement value = ref At(key);
        JsonElement any = value.ValueKind == JsonValueKind.Undefined ? WireValue.Null : value;
        value = default;
        return any;
    }

    /// <summary>Everything that was not taken.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Rest()
    {
        // The common case makes no string of any name.
        if (!hasUnknown && Array.TrueForAll(found, static value => value.ValueKind == JsonValueKind.Undefined))
        {
            return ReadOnlyDictionary<string, JsonElement>.Empty;
        }

        var rest = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        int place = 0;
        foreach (JsonProperty property in source.EnumerateObject())
        {
            int key = keys.Find(property, ref place);
            if (key < 0 || found[key].ValueKind != JsonValueKind.Undefined)
            {
                rest[property.Name] = property.Value;
            }
        }

        return rest.AsReadOnly();
    }

    public void Dispose()
    {
        Array.Clear(found);
        source = default;
        hasUnknown = false;
        cursor = 0;
        spare = this;
    }

    private void Find(JsonElement element, WireKeys known)
    {
        source = element;
        keys = known;
        int place = 0;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            int key = known.Find(property, ref place);
            if (key < 0)
            {
                hasUnknown = true;
                continue;
            }

            // Null says nothing, and is understood as that. Of a key that stands twice the last one counts.
            found[key] = property.Value.ValueKind == JsonValueKind.Null ? default : property.Value;
        }
    }

    private ref JsonElement At(string key) => ref found[keys.Find(key, ref cursor)];
}
