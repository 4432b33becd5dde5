using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>A task an agent may call (an entry of <c>task_tools</c>). Null members are left out.</summary>
public sealed record TaskToolInput
{
    /// <summary>The task that the agent may call.</summary>
    [JsonPropertyName("task_id")]
    public required Guid TaskId { get; init; }

    /// <summary>
    /// The revision to pin; null with <c>pinned</c> means the one that is active when the platform writes.
    /// </summary>
    [JsonPropertyName("task_revision_id"), JsonIgnore(Condition = WhenWritingNull)]
    public Guid? TaskRevisionId { get; init; }

    /// <summary>Which revision is called; <c>pinned</c> when left out.</summary>
    [JsonPropertyName("revision_strategy"), JsonIgnore(Condition = WhenWritingNull)]
    public RevisionStrategy? RevisionStrategy { get; init; }

    /// <summary>
    /// Whether it shapes the agent's last answer: at most one tool, and its task must be of modality json. False when
    /// left out.
    /// </summary>
    [JsonPropertyName("is_output_formatter"), JsonIgnore(Condition = WhenWritingNull)]
    public bool? IsOutputFormatter { get; init; }

    /// <summary>Whether a call needs a person's consent; <c>auto_run</c> when left out.</summary>
    [JsonPropertyName("action_mode"), JsonIgnore(Condition = WhenWritingNull)]
    public ActionMode? ActionMode { get; init; }

    /// <summary>What happens when a person rejects a call; <c>end_run</c> when left out.</summary>
    [JsonPropertyName("rejection_behavior"), JsonIgnore(Condition = WhenWritingNull)]
    public RejectionBehavior? RejectionBehavior { get; init; }
}
