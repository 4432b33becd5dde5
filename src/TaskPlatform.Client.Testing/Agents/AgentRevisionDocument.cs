using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary>The JSON of an agent's revision: how a new one starts, how it is copied, and what the keys of an update make of it.</summary>
internal static class AgentRevisionDocument
{
    private static readonly string[] PlainKeys =
        ["description", "instruction", "mode", "llm_model_id", "fallback_llm_model_id", "memory_strategy", "memory_config", "max_turns"];

    private static readonly string[] Lists = ["task_tools", "mcp_servers", "integrations", "skills"];

    public static bool IsChangedBy(JsonObject update) => PlainKeys.Concat(Lists).Any(update.ContainsKey);

    public static JsonObject Empty() => new()
    {
        ["id"] = null,
        ["task_agent_id"] = null,
        ["description"] = null,
        ["instruction"] = "Help the caller.",
        ["mode"] = "agentic",
        ["llm_model_id"] = null,
        ["llm_model"] = null,
        ["fallback_llm_model_id"] = null,
        ["fallback_llm_model"] = null,
        ["task_tools"] = new JsonArray(),
        ["mcp_servers"] = new JsonArray(),
        ["integrations"] = new JsonArray(),
        ["skills"] = new JsonArray(),
        ["registered_tools"] = new JsonArray(),
        ["tags"] = new JsonArray(),
        ["memory_strategy"] = null,
        ["memory_config"] = null,
        ["max_turns"] = null,
        ["active"] = false,
        ["created"] = null,
        ["modified"] = null,
    };

    /// <summary>The revision an update makes: the newest, with the keys that were sent put in as they were sent, lists whole and in order.</summary>
    public static JsonObject Next(JsonObject newest, JsonObject update, PlatformState state, Guid agentId)
    {
        var next = (JsonObject)newest.DeepClone();
        next["id"] = state.Ids.Next().ToString();
        next["task_agent_id"] = agentId.ToString();
        next["created"] = state.Clock.Stamp();
        next["modified"] = null;
        foreach (string key in PlainKeys.Where(update.ContainsKey))
        {
            next[key] = update[key]?.DeepClone();
        }

        foreach (string key in Lists.Where(update.ContainsKey))
        {
            next[key] = update[key] is JsonArray entries
                ? Json.List(entries.Select((entry, at) => (JsonNode?)AgentAttachment.Of(key, (JsonObject)entry!, at, state)))
                : null;
        }

        next["llm_model"] = state.Labels.Model(Json.Id(next["llm_model_id"]));
        next["fallback_llm_model"] = state.Labels.Model(Json.Id(next["fallback_llm_model_id"]));
        AgentRules.CheckWhole(next, state);
        return next;
    }
}
