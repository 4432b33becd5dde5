using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>An object that fits an output format.</summary>
internal static class SampleAnswer
{
    public static JsonObject Of(JsonObject? format)
    {
        var answer = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> field in format ?? [])
        {
            answer[field.Key] = Value(field.Key, field.Value);
        }

        return answer;
    }

    private static JsonNode Value(string name, JsonNode? field)
    {
        if (field is not JsonObject detailed)
        {
            return Word(name, Json.Text(field));
        }

        if (detailed["options"] is JsonArray { Count: > 0 } options)
        {
            return options[0]!.DeepClone();
        }

        JsonObject? nested = detailed["nested_structure"] as JsonObject;
        return Json.Text(detailed["type"]) switch
        {
            "object" => Of(nested),
            "list" => new JsonArray(nested is null ? Word(name, Json.Text(detailed["item_type"])) : Of(nested)),
            { } word => Word(name, word),
            null => name,
        };
    }

    private static JsonNode Word(string name, string? type) => type switch
    {
        "bool" or "boolean" => true,
        "int" or "integer" => 1,
        "number" => 1.5,
        "list" => new JsonArray(name),
        "object" => new JsonObject(),
        _ => name,
    };
}
