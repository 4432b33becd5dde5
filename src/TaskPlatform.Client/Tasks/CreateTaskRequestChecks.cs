using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tasks;

/// <summary>What a new task must be like before it is sent.</summary>
internal static class CreateTaskRequestChecks
{
    /// <summary>Every key that has a member of its own.</summary>
    internal static readonly string[] Keys =
    [
        "name", "enabled", "system_prompt", "user_prompt", "llm_model_id", "output_modality", "output_format", "description", "public",
        "exposed_to_agents", "task_run_visibility", "tags", "revision_tags", "llm_config", "task_forwarder_id", "rag", "file_input_mode",
        "annotation", "test", "input_processors", "optimise_images", "fallback_llm_model_id", "fallback_llm_config", "tool_choice",
        "task_mcp_tool_ids", "integration_tool_ids",
    ];

    /// <summary>Refuses what is surely a mistake, whatever the options say.</summary>
    internal static void Refuse(CreateTaskRequest request)
    {
        AdditionalKeys.Refuse(request.AdditionalFields, Keys, nameof(request));
        RefuseNull("Name", request.Name);
        RefuseNull("SystemPrompt", request.SystemPrompt);
        RefuseNull("UserPrompt", request.UserPrompt);
        if (request.LlmModelId == Guid.Empty)
        {
            throw new ArgumentException("LlmModelId is empty (all zeros); Models.FindAsync gives the id of a model.", nameof(request));
        }

        void RefuseNull(string member, string? value)
        {
            if (value is null)
            {
                throw new ArgumentException($"{member} is null; a new task needs one.", nameof(request));
            }
        }
    }

    /// <summary>Holds the values against the platform's limits; for <c>ValidateRequests</c>.</summary>
    internal static void Check(CreateTaskRequest request)
    {
        TaskFieldChecks.CheckName(request.Name, nameof(request));
        TaskFieldChecks.CheckAnnotation(request.Annotation, nameof(request));
        OutputModality modality = request.OutputModality is { } given && given != default ? given : OutputModality.Json;
        if (modality == OutputModality.Json && request.OutputFormat is null)
        {
            throw new ArgumentException("OutputFormat is not set; a task of the modality json, which is the default, needs one.", nameof(request));
        }

        if (modality != OutputModality.Json && request.OutputFormat is not null)
        {
            throw new ArgumentException($"OutputFormat is set; a task of the modality {modality} takes none, only one of the modality json.", nameof(request));
        }
    }
}
