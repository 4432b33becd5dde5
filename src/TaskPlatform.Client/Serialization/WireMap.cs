using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads a map of an answer at once. The framework's own <see cref="JsonObject"/> is read when it is touched first, and
/// throws then at a key that stands twice; here the last one counts, as everywhere else.
/// </summary>
internal static class WireMap
{
    internal static JsonObject Of(JsonElement element)
    {
        var map = new JsonObject();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            map[member.Name] = Node(member.Value);
        }

        return map;
    }

    private static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Of(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Node)]),
        _ => JsonValue.Create(element),
    };
}
