using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary>The JSON of a task's revision: how a new one starts, how it is copied, and what the keys of an update make of it.</summary>
internal static partial class RevisionDocument
{
    // Whether revision_tags belong to the task or to the revision is not documented; here a new revision carries them.
    private static readonly string[] Keys =
    [
        "system_prompt", "user_prompt", "llm_model_id", "llm_config", "output_format", "task_forwarder_id", "rag", "file_input_mode",
        "annotation", "test", "input_processors", "optimise_images", "fallback_llm_model_id", "fallback_llm_config", "tool_choice",
        "task_mcp_tool_ids", "integration_tool_ids", "revision_tags",
    ];

    public static bool IsChangedBy(JsonObject update) => Keys.Any(update.ContainsKey);

    public static JsonObject Empty() => new()
    {
        ["id"] = null,
        ["created"] = null,
        ["modified"] = null,
        ["active"] = false,
        ["system_prompt"] = "You answer briefly.",
        ["user_prompt"] = "Say hello.",
        ["input_params"] = new JsonArray(),
        ["llm_model_id"] = null,
        ["llm_model"] = null,
        ["llm_config"] = new JsonObject(),
        ["output_format"] = null,
        ["file_input_mode"] = "none",
        ["optimise_images"] = true,
        ["test"] = false,
        ["input_processors"] = new JsonArray(),
        ["annotation"] = null,
        ["fallback_llm_model_id"] = null,
        ["fallback_llm_model"] = null,
        ["fallback_llm_config"] = null,
        ["tool_choice"] = null,
        ["task_mcp_tool_ids"] = new JsonArray(),
        ["integration_tool_ids"] = new JsonArray(),
        ["task_forwarder_id"] = null,
        ["rag"] = null,
        ["tags"] = new JsonArray(),
    };

    /// <summary>The revision an update makes: the newest, with the keys that were sent put in as they were sent.</summary>
    public static JsonObject Next(JsonObject newest, JsonObject update, PlatformState state, Guid id)
    {
        var next = (JsonObject)newest.DeepClone();
        next["id"] = id.ToString();
        next["created"] = state.Clock.Stamp();
        next["modified"] = null;

        // A trial is one revision: what comes after it is a trial only if it says so.
        next["test"] = false;
        foreach (string key in Keys.Where(update.ContainsKey))
        {
            if (key == "revision_tags")
            {
                next["tags"] = update[key] is JsonArray ids ? state.Labels.Tags(ids, "task_revision") : null;
            }
            else
            {
                next[key] = update[key]?.DeepClone();
            }
        }

        next["llm_model"] = state.Labels.Model(Json.Id(next["llm_model_id"]));
        next["fallback_llm_model"] = state.Labels.Model(Json.Id(next["fallback_llm_model_id"]));
        next["input_params"] = Json.List(Variables(next).Select(name => (JsonNode?)JsonValue.Create(name)));
        return next;
    }

    public static IEnumerable<string> Variables(JsonObject revision) =>
        VariablePattern().Matches(Json.Text(revision["user_prompt"]) + Json.Text(revision["system_prompt"]))
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal);

    public static string Fill(string? prompt, JsonObject inputs) =>
        VariablePattern().Replace(prompt ?? "", match => inputs[match.Groups["name"].Value]?.ToString() ?? "");

    // {name}, and {{name}} of older prompts.
    [GeneratedRegex(@"\{\{?(?<name>[A-Za-z_][A-Za-z0-9_]*)\}\}?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex VariablePattern();
}
