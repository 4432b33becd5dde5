using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tasks;

/// <summary>The members of an <see cref="UpdateTaskRequest"/>, for what must look at all of them.</summary>
internal static class UpdateTaskRequestMembers
{
    internal static readonly RequestMember<UpdateTaskRequest>[] All =
    [
        new("name", false, static request => request.Name.IsSet),
        new("description", false, static request => request.Description.IsSet),
        new("enabled", false, static request => request.Enabled.IsSet),
        new("exposed_to_agents", false, static request => request.ExposedToAgents.IsSet),
        new("task_run_visibility", false, static request => request.TaskRunVisibility.IsSet),
        new("active_revisions", false, static request => request.ActiveRevisions.IsSet),
        new("tags", false, static request => request.Tags.IsSet),
        new("revision_tags", true, static request => request.RevisionTags.IsSet),
        new("system_prompt", true, static request => request.SystemPrompt.IsSet),
        new("user_prompt", true, static request => request.UserPrompt.IsSet),
        new("llm_model_id", true, static request => request.LlmModelId.IsSet),
        new("llm_config", true, static request => request.LlmConfig.IsSet),
        new("output_format", true, static request => request.OutputFormat.IsSet),
        new("task_forwarder_id", true, static request => request.TaskForwarderId.IsSet),
        new("rag", true, static request => request.Rag.IsSet),
        new("file_input_mode", true, static request => request.FileInputMode.IsSet),
        new("annotation", true, static request => request.Annotation.IsSet),
        new("test", true, static request => request.Test.IsSet),
        new("input_processors", true, static request => request.InputProcessors.IsSet),
        new("optimise_images", true, static request => request.OptimiseImages.IsSet),
        new("fallback_llm_model_id", true, static request => request.FallbackLlmModelId.IsSet),
        new("fallback_llm_config", true, static request => request.FallbackLlmConfig.IsSet),
        new("tool_choice", true, static request => request.ToolChoice.IsSet),
        new("task_mcp_tool_ids", true, static request => request.TaskMcpToolIds.IsSet),
        new("integration_tool_ids", true, static request => request.IntegrationToolIds.IsSet),
    ];

    internal static IEnumerable<string> Set(UpdateTaskRequest request) =>
        All.Where(member => member.IsSet(request)).Select(static member => member.Key);

    // A key that this library does not know may be one of the revision's; the platform's answer tells.
    internal static bool HasRevisionMembers(UpdateTaskRequest request) =>
        All.Any(member => member.MakesRevision && member.IsSet(request)) || request.AdditionalFields is { Count: > 0 };
}
