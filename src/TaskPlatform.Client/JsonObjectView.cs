using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client;

/// <summary>
/// A <see cref="JsonObject"/> as the dictionary a serializer wants for further keys: given the object itself, the
/// serializer writes invalid JSON. A view, not a copy, because the serializer adds to what it gets.
/// </summary>
internal sealed class JsonObjectView(JsonObject content) : IDictionary<string, JsonElement>
{
    public int Count => content.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => [.. content.Select(static pair => pair.Key)];

    public ICollection<JsonElement> Values => [.. content.Select(static pair => ToElement(pair.Value))];

    public JsonElement this[string key]
    {
        get => TryGetValue(key, out JsonElement value) ? value : throw new KeyNotFoundException();
        set => content[key] = ToNode(value);
    }

    public void Add(string key, JsonElement value) => content.Add(key, ToNode(value));

    public bool Remove(string key) => content.Remove(key);

    public bool ContainsKey(string key) => content.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        bool found = content.TryGetPropertyValue(key, out JsonNode? node);
        value = found ? ToElement(node) : default;
        return found;
    }

    public void Clear() => content.Clear();

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        content.Select(static pair => KeyValuePair.Create(pair.Key, ToElement(pair.Value))).GetEnumerator();

    void ICollection<KeyValuePair<string, JsonElement>>.Add(KeyValuePair<string, JsonElement> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, JsonElement>>.Contains(KeyValuePair<string, JsonElement> item) => ContainsKey(item.Key);

    bool ICollection<KeyValuePair<string, JsonElement>>.Remove(KeyValuePair<string, JsonElement> item) => Remove(item.Key);

    void ICollection<KeyValuePair<string, JsonElement>>.CopyTo(KeyValuePair<string, JsonElement>[] array, int arrayIndex) =>
        this.ToArray().CopyTo(array, arrayIndex);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The further keys of a request as the serializer takes them; null where there are none.</summary>
    internal static IDictionary<string, JsonElement>? Of(JsonObject? content) => content is null ? null : new JsonObjectView(content);

    /// <summary>The further keys of a request as the serializer read them.</summary>
    internal static JsonObject? Read(IDictionary<string, JsonElement>? fields) =>
        fields is null ? null : new JsonObject(fields.Select(static pair => KeyValuePair.Create(pair.Key, ToNode(pair.Value))));

    internal static JsonElement ToElement(JsonNode? node)
    {
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null", new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    internal static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };
}
