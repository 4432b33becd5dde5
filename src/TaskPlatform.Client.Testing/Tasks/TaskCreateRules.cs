using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary>What a new task must have and may not be, beyond what each of its keys may hold.</summary>
internal static class TaskCreateRules
{
    private static readonly string[] Required = ["name", "enabled", "system_prompt", "user_prompt", "llm_model_id"];

    private static readonly string[] NeverNull =
    [
        .. Required, "public", "exposed_to_agents", "output_modality", "task_run_visibility", "llm_config", "file_input_mode", "optimise_images",
        "task_mcp_tool_ids", "integration_tool_ids",
    ];

    private static readonly Dictionary<string, FieldRule> Rules = new(StringComparer.Ordinal)
    {
        ["public"] = FieldRules.OrNull(FieldRules.Flag),
        ["output_modality"] = FieldRules.OrNull(FieldRules.Word("json", "image", "audio", "pdf", "text", "csv")),
    };

    public static void Check(JsonObject body)
    {
        var issues = new IssueList();
        foreach (string key in Required.Where(key => !body.ContainsKey(key)))
        {
            issues.Missing(Location.Body[key]);
        }

        foreach (string key in NeverNull.Where(key => body.TryGetPropertyValue(key, out JsonNode? value) && value is null))
        {
            issues.Add(Location.Body[key], "none_not_allowed", "none is not an allowed value", null);
        }

        FieldRules.Keys(body, Rules, Location.Body, issues);
        TaskUpdateRules.Check(body, issues);
        bool isJson = (Json.Text(body["output_modality"]) ?? "json") == "json";
        if (isJson == body["output_format"] is null)
        {
            issues.Add(Location.Body["output_format"], "value_error", $"Value error, output_format is {(isJson ? "required for" : "only taken with")} the output modality json", null);
        }

        issues.ThrowIfAny();
    }
}
