using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>An integration to attach to an agent (an entry of <c>integrations</c>). Null members are left out.</summary>
public sealed record IntegrationInput
{
    /// <summary>The integration to attach, by its id in the project.</summary>
    [JsonPropertyName("project_integration_id")]
    public required Guid ProjectIntegrationId { get; init; }

    /// <summary>
    /// Which of its tools the agent may use: null means those selected by default, an empty list means none.
    /// </summary>
    [JsonPropertyName("allowed_tool_ids"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<ResourceId>? AllowedToolIds { get; init; }

    /// <summary>
    /// Whether a call needs a person's consent, unless the tool says otherwise; <c>auto_run</c> when left out.
    /// </summary>
    [JsonPropertyName("default_action_mode"), JsonIgnore(Condition = WhenWritingNull)]
    public ActionMode? DefaultActionMode { get; init; }

    /// <summary>
    /// What happens when a person rejects a call, unless the tool says otherwise; <c>end_run</c> when left out.
    /// </summary>
    [JsonPropertyName("default_rejection_behavior"), JsonIgnore(Condition = WhenWritingNull)]
    public RejectionBehavior? DefaultRejectionBehavior { get; init; }

    /// <summary>Tools, by id, that differ from <see cref="DefaultActionMode"/>.</summary>
    [JsonPropertyName("tool_action_modes"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyDictionary<ResourceId, ActionMode>? ToolActionModes { get; init; }

    /// <summary>Tools, by id, that differ from <see cref="DefaultRejectionBehavior"/>.</summary>
    [JsonPropertyName("tool_rejection_behaviors"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyDictionary<ResourceId, RejectionBehavior>? ToolRejectionBehaviors { get; init; }
}
