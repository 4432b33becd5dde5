using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;
using static TaskPlatform.Client.Testing.Wire.FieldRules;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary>What an agent update may hold. The body is closed: any other key is refused.</summary>
internal static class AgentRules
{
    private static readonly FieldRule ActionMode = Word("auto_run", "require_approval");
    private static readonly FieldRule Rejection = Word("end_run", "return_rejection_to_model");

    private static readonly Dictionary<string, FieldRule> Rules = new(StringComparer.Ordinal)
    {
        ["name"] = OrNull(Text(255)),
        ["description"] = OrNull(Text()),
        ["instruction"] = OrNull(Text()),
        ["mode"] = OrNull(Word("agentic", "sequential")),
        ["llm_model_id"] = OrNull(Id),
        ["fallback_llm_model_id"] = OrNull(Id),
        ["task_tools"] = OrNull(List(Entry(["task_id"], new(StringComparer.Ordinal)
        {
            ["task_id"] = Id,
            ["task_revision_id"] = OrNull(Id),
            ["revision_strategy"] = Word("pinned", "follow_active"),
            ["is_output_formatter"] = Flag,
            ["action_mode"] = ActionMode,
            ["rejection_behavior"] = Rejection,
        }))),
        ["mcp_servers"] = OrNull(List(Entry(["task_mcp_server_id"], Toolbox("task_mcp_server_id")))),
        ["integrations"] = OrNull(List(Entry(["project_integration_id"], Toolbox("project_integration_id")))),
        ["skills"] = OrNull(List(Entry(["skill_id"], new(StringComparer.Ordinal) { ["skill_id"] = Id, ["skill_revision_id"] = OrNull(Id) }))),
        ["memory_strategy"] = OrNull(Word("sliding_window", "compaction")),
        ["memory_config"] = OrNull(Map),
        ["max_turns"] = OrNull(Whole(1, 500)),
        ["task_agent_run_visibility"] = OrNull(Word("owner_only", "editors_and_owners", "all_viewers")),
        ["active_revision_id"] = OrNull(Id),
    };

    public static void Check(JsonObject update)
    {
        var issues = new IssueList();
        foreach (KeyValuePair<string, JsonNode?> field in update.Where(field => !Rules.ContainsKey(field.Key)))
        {
            issues.Add(Location.Body[field.Key], "extra_forbidden", "Extra inputs are not permitted", field.Value);
        }

        Keys(update, Rules, Location.Body, issues);
        if (update.ContainsKey("active_revision_id") && update.Count > 1)
        {
            issues.Add(Location.Body["active_revision_id"], "value_error", "Value error, active_revision_id must be sent alone", update["active_revision_id"]);
        }

        issues.ThrowIfAny();
    }

    /// <summary>Rules between the parts of a revision, once it is put together.</summary>
    public static void CheckWhole(JsonObject revision, PlatformState state)
    {
        var issues = new IssueList();
        JsonArray tools = Items(revision, "task_tools");
        List<JsonNode?> formatters = [.. tools.Where(tool => Json.Flag(tool?["is_output_formatter"]))];
        if (formatters.Count > 1)
        {
            Invalid("task_tools", "at most one tool may be the output formatter");
        }

        if (formatters.Exists(tool => state.Tasks.GetValueOrDefault(Json.Id(tool?["task_id"]) ?? default) is { Modality: not "json" }))
        {
            Invalid("task_tools", "the output formatter must be a task of modality json");
        }

        bool alone = Items(revision, "skills").Count + Items(revision, "integrations").Count + Items(revision, "mcp_servers").Count == 0;
        if (Json.Text(revision["mode"]) == "sequential" && (tools.Count < 2 || !alone))
        {
            Invalid("mode", "a sequential agent has two task tools or more and nothing else");
        }

        if (revision["memory_strategy"] is not null && revision["memory_config"] is null)
        {
            Invalid("memory_config", "a memory strategy needs its config");
        }

        issues.ThrowIfAny();

        void Invalid(string key, string message) => issues.Add(Location.Body[key], "value_error", $"Value error, {message}", null);
    }

    private static JsonArray Items(JsonObject revision, string key) => revision[key] as JsonArray ?? [];

    private static Dictionary<string, FieldRule> Toolbox(string idKey) => new(StringComparer.Ordinal)
    {
        [idKey] = Id,
        ["allowed_tool_ids"] = OrNull(List(Text())),
        ["default_action_mode"] = ActionMode,
        ["default_rejection_behavior"] = Rejection,
        ["tool_action_modes"] = Values(ActionMode),
        ["tool_rejection_behaviors"] = Values(Rejection),
    };

    private static FieldRule Values(FieldRule rule) => (value, at, issues) =>
    {
        Map(value, at, issues);
        foreach (KeyValuePair<string, JsonNode?> field in value as JsonObject ?? [])
        {
            rule(field.Value, at[field.Key], issues);
        }
    };
}
