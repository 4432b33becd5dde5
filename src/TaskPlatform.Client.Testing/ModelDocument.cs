using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing;

/// <summary>The JSON of a language model.</summary>
internal static class ModelDocument
{
    private static readonly string[] ShortKeys = ["id", "name", "alias", "provider", "supports_vision"];

    /// <param name="id">The id.</param>
    /// <param name="name">The reference name.</param>
    /// <param name="fields">What is different, under the names of the wire.</param>
    public static JsonObject Build(Guid id, string name, JsonObject? fields)
    {
        var model = new JsonObject
        {
            ["id"] = id.ToString(),
            ["name"] = name,
            ["alias"] = name,
            ["provider"] = "Fake",
            ["vendor"] = "Fake",
            ["description"] = "A model that answers at once.",
            ["supports_vision"] = true,
            ["supports_image_output"] = false,
            ["supports_pdf_vision"] = true,
            ["supports_tool_calling"] = true,
            ["supports_context_caching"] = false,
            ["price"] = "average",
            ["speed"] = "fast",
            ["knowledge_cutoff"] = null,
            ["max_context_window"] = 128_000,
            ["model_params"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["temperature"] = new JsonObject { ["type"] = "number" } } },
            ["created"] = "2025-01-01T00:00:00Z",
            ["modified"] = null,
            ["retired"] = null,
            ["replaced_by"] = null,
        };
        foreach (KeyValuePair<string, JsonNode?> field in fields ?? [])
        {
            model[field.Key] = field.Value?.DeepClone();
        }

        return model;
    }

    public static JsonObject Short(JsonObject model) =>
        new(ShortKeys.Select(key => KeyValuePair.Create(key, model[key]?.DeepClone())));
}
