using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary>What an answer shows of an entry of an agent's lists: what was sent, the defaults of what was not, an id and a place.</summary>
internal static class AgentAttachment
{
    public static JsonObject Of(string list, JsonObject sent, int order, PlatformState state)
    {
        JsonObject entry = list switch
        {
            "task_tools" => Tool(sent, state),
            "mcp_servers" => Toolbox("task_mcp_server_id", "task_mcp_server_name", "Server"),
            "integrations" => Toolbox("project_integration_id", "integration_name", "Integration"),
            _ => new JsonObject { ["skill_id"] = null, ["skill_slug"] = "skill", ["skill_display_name"] = "Skill", ["skill_revision_id"] = null },
        };
        foreach (string key in entry.Select(field => field.Key).Where(sent.ContainsKey).ToArray())
        {
            entry[key] = sent[key]?.DeepClone();
        }

        if (list == "task_tools")
        {
            Pin(entry, state);
        }

        entry["id"] = state.Ids.Next().ToString();
        entry["order"] = order;
        entry["enabled"] = true;
        return entry;
    }

    private static JsonObject Tool(JsonObject sent, PlatformState state) => new()
    {
        ["task_id"] = null,
        ["task_revision_id"] = null,
        ["revision_strategy"] = "pinned",
        ["task_name"] = Task(sent, state) is { } task ? Json.Text(task.Root["name"]) : null,
        ["is_output_formatter"] = false,
        ["action_mode"] = "auto_run",
        ["rejection_behavior"] = "end_run",
    };

    // A pinned tool that names no revision keeps the one that is live now.
    private static void Pin(JsonObject entry, PlatformState state)
    {
        if (Json.Text(entry["revision_strategy"]) == "pinned" && Task(entry, state) is { Weights.Count: > 0 } task)
        {
            entry["task_revision_id"] ??= task.Weights.MaxBy(active => active.Value).Key.ToString();
        }
    }

    private static FakeTask? Task(JsonObject entry, PlatformState state) => state.Tasks.GetValueOrDefault(Json.Id(entry["task_id"]) ?? default);

    private static JsonObject Toolbox(string idKey, string nameKey, string name) => new()
    {
        [idKey] = null,
        [nameKey] = name,
        ["allowed_tool_ids"] = null,
        ["default_action_mode"] = "auto_run",
        ["default_rejection_behavior"] = "end_run",
        ["tool_action_modes"] = new JsonObject(),
        ["tool_rejection_behaviors"] = new JsonObject(),
        ["provision_source"] = "manual",
        ["tool_count"] = 1,
    };
}
