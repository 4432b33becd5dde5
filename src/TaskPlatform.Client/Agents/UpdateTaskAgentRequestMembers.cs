using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>The members of an <see cref="UpdateTaskAgentRequest"/>, for what must look at all of them.</summary>
internal static class UpdateTaskAgentRequestMembers
{
    internal static readonly RequestMember<UpdateTaskAgentRequest>[] All =
    [
        new("name", false, static request => request.Name.IsSet),
        new("description", true, static request => request.Description.IsSet),
        new("instruction", true, static request => request.Instruction.IsSet),
        new("mode", true, static request => request.Mode.IsSet),
        new("llm_model_id", true, static request => request.LlmModelId.IsSet),
        new("fallback_llm_model_id", true, static request => request.FallbackLlmModelId.IsSet),
        new("task_tools", true, static request => request.TaskTools.IsSet),
        new("mcp_servers", true, static request => request.McpServers.IsSet),
        new("integrations", true, static request => request.Integrations.IsSet),
        new("skills", true, static request => request.Skills.IsSet),
        new("memory_strategy", true, static request => request.MemoryStrategy.IsSet),
        new("memory_config", true, static request => request.MemoryConfig.IsSet),
        new("max_turns", true, static request => request.MaxTurns.IsSet),
        new("task_agent_run_visibility", false, static request => request.TaskAgentRunVisibility.IsSet),
        new("active_revision_id", false, static request => request.ActiveRevisionId.IsSet),
    ];

    internal static IEnumerable<string> Set(UpdateTaskAgentRequest request) =>
        All.Where(member => member.IsSet(request)).Select(static member => member.Key);

    internal static bool HasRevisionMembers(UpdateTaskAgentRequest request) =>
        All.Any(member => member.MakesRevision && member.IsSet(request));
}
