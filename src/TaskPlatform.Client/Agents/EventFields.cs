using System.Text.Json;

namespace TaskPlatform.Client.Agents;

/// <summary>Reads the keys of an event. Whatever is missing or of another type reads as nothing: an event that is under way is not lost over a key.</summary>
internal static class EventFields
{
    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    internal static JsonElement Element(JsonElement raw, string key) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(key, out JsonElement value) ? value : Null;

    internal static string? Text(JsonElement raw, string key) => Element(raw, key) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    internal static bool? Flag(JsonElement raw, string key) => Element(raw, key).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    internal static IEnumerable<JsonElement> List(JsonElement raw, string key) =>
        Element(raw, key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>At the top or in the metadata: it is told in either place.</summary>
    internal static string? AnyText(JsonElement raw, string key) => Text(raw, key) ?? Text(Element(raw, "metadata"), key);

    /// <inheritdoc cref="AnyText"/>
    internal static bool? AnyFlag(JsonElement raw, string key) => Flag(raw, key) ?? Flag(Element(raw, "metadata"), key);
}
