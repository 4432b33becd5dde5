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
    private static WireFields? Spare; // what it holds is needed only while one object is read

    private readonly JsonElement[] found = new JsonElement[WireKeys.MaxCount];
    private JsonElement source;
    private WireKeys keys = null!;
    private bool hasUnknown;
    private int cursor;
    private int asked;

    private WireFields()
    {
    }

    /// <summary>Goes through an object. To be disposed on the same thread, when all is read.</summary>
    internal static WireFields Of(JsonElement source, WireKeys keys)
    {
        WireFields fields = Spare ?? new WireFields();
        Spare = null; // an object within this one takes another
        fields.Find(source, keys);
        return fields;
    }

    // One method per type and not one for all: generic code over the framework's value types is compiled when a program
    // starts, not when it is published.
    internal string? Text(string key) => WireValue.Text(At(key)) is { } value && Take() ? value : null;

    internal string? TextOrNumber(string key) => WireValue.TextOrNumber(At(key)) is { } value && Take() ? value : null;

    internal Guid? Id(string key) => WireValue.Id(At(key)) is { } value && Take() ? value : null;

    internal DateTimeOffset? Timestamp(string key) => WireValue.Timestamp(At(key)) is { } value && Take() ? value : null;

    internal bool? Flag(string key) => WireValue.Flag(At(key)) is { } value && Take() ? value : null;

    internal int? Count(string key) => WireValue.Count(At(key)) is { } value && Take() ? value : null;

    internal long? Whole(string key) => WireValue.Whole(At(key)) is { } value && Take() ? value : null;

    internal double? Seconds(string key) => WireValue.Seconds(At(key)) is { } value && Take() ? value : null;

    internal T? Word<T>(string key)
        where T : struct, IParsable<T> => WireValue.Word<T>(At(key)) is { } value && Take() ? value : null;

    internal T? Record<T>(string key, Func<JsonElement, T?> read)
        where T : class => read(At(key)) is { } value && Take() ? value : null;

    /// <summary>Takes a JSON object as it is; JSON null where there is none.</summary>
    internal JsonElement Object(string key) => At(key) is { ValueKind: JsonValueKind.Object } value && Take() ? value : WireValue.Null;

    /// <summary>Takes a key whose value may be any JSON.</summary>
    internal JsonElement Any(string key) => At(key) is { ValueKind: not JsonValueKind.Undefined } value && Take() ? value : WireValue.Null;

    /// <summary>Takes a list. Entries of the wrong type are passed over, and then the list is left over too.</summary>
    internal IReadOnlyList<T> List<T>(string key, Func<JsonElement, T?> read)
        where T : class
    {
        JsonElement list = At(key);
        int place = asked;
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
            found[place] = default;
        }

        return items.AsReadOnly();
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
        Spare = this;
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

    // What a key says; undefined where it says nothing.
    private JsonElement At(string key) => found[asked = keys.Find(key, ref cursor)];

    // What was asked for last fits, and is not left over.
    private bool Take()
    {
        found[asked] = default;
        return true;
    }
}
