using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary>Puts the agents a test defines on the platform, with the same checks an update goes through.</summary>
internal static class AgentSeeder
{
    public static FakeTaskAgent Add(PlatformState state, string name, FakeTaskAgentDefinition definition, Guid projectId)
    {
        var update = (JsonObject)definition.Fields.DeepClone();
        update["name"] = name;
        update["llm_model_id"] ??= state.ModelId.ToString();
        if (definition.TaskTools.Count > 0)
        {
            update["task_tools"] = Json.List(definition.TaskTools.Select(task => (JsonNode?)new JsonObject { ["task_id"] = task.Id.ToString() }));
        }

        return Add(state, update, projectId);
    }

    public static FakeTaskAgent Add(PlatformState state, JsonObject update, Guid projectId)
    {
        AgentRules.Check(update);
        Guid id = state.Ids.Next();
        string now = state.Clock.Stamp();
        var agent = new FakeTaskAgent(state, projectId, new JsonObject
        {
            ["id"] = id.ToString(),
            ["name"] = update["name"]?.DeepClone(),
            ["task_agent_run_visibility"] = update["task_agent_run_visibility"]?.DeepClone() ?? "owner_only",
            ["is_deleted"] = false,
            ["shared_with_project"] = false,
            ["created"] = now,
            ["modified"] = now,
            ["active_revision"] = null,
        });
        agent.Active = agent.AddRevision(AgentRevisionDocument.Next(AgentRevisionDocument.Empty(), update, state, id));
        state.Agents[id] = agent;
        return agent;
    }
}
