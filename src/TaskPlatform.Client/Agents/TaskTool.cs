using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A task an agent may call, as an answer shows it; sent as <see cref="TaskToolInput"/>.</summary>
public sealed record TaskTool
{
    /// <summary>The id of this entry.</summary>
    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    /// <summary>The task; empty when the answer names none.</summary>
    [JsonPropertyName("task_id")]
    public Guid TaskId { get; init; }

    /// <summary>The revision it is pinned to; null when it follows the active one.</summary>
    [JsonPropertyName("task_revision_id")]
    public Guid? TaskRevisionId { get; init; }

    /// <summary>Which revision is called; <c>pinned</c> by default.</summary>
    [JsonPropertyName("revision_strategy")]
    public RevisionStrategy RevisionStrategy { get => field == default ? RevisionStrategy.Pinned : field; init; }

    /// <summary>The task's name.</summary>
    [JsonPropertyName("task_name")]
    public string? TaskName { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonPropertyName("order")]
    public int? Order { get; init; }

    /// <summary>Whether the agent may use it; null when not said.</summary>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; init; }

    /// <summary>Whether it shapes the agent's last answer; at most one tool does. False by default.</summary>
    [JsonPropertyName("is_output_formatter")]
    public bool IsOutputFormatter { get; init; }

    /// <summary>Whether a call needs a person's consent; <c>auto_run</c> by default.</summary>
    [JsonPropertyName("action_mode")]
    public ActionMode ActionMode { get => field == default ? ActionMode.AutoRun : field; init; }

    /// <summary>What happens when a person rejects a call; <c>end_run</c> by default.</summary>
    [JsonPropertyName("rejection_behavior")]
    public RejectionBehavior RejectionBehavior { get => field == default ? RejectionBehavior.EndRun : field; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"TaskId = {TaskId}, TaskRevisionId = {TaskRevisionId}");
        return true;
    }
}
