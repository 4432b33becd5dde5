using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>An MCP server attached to an agent, as an answer shows it; sent as <see cref="McpServerInput"/>.</summary>
public sealed record McpServerAttachment
{
    /// <summary>The id of this entry.</summary>
    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    /// <summary>The MCP server; empty when the answer names none.</summary>
    [JsonPropertyName("task_mcp_server_id")]
    public Guid TaskMcpServerId { get; init; }

    /// <summary>The server's name.</summary>
    [JsonPropertyName("task_mcp_server_name")]
    public string? TaskMcpServerName { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonPropertyName("order")]
    public int? Order { get; init; }

    /// <summary>Whether the agent may use it; null when not said.</summary>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; init; }

    /// <summary>Which of its tools the agent may use: null means all that are enabled, an empty list means none.</summary>
    [JsonPropertyName("allowed_tool_ids")]
    public IReadOnlyList<ResourceId>? AllowedToolIds { get; init; }

    /// <summary>
    /// Whether a call needs a person's consent, unless the tool says otherwise; <c>auto_run</c> by default.
    /// </summary>
    [JsonPropertyName("default_action_mode")]
    public ActionMode DefaultActionMode { get => field == default ? ActionMode.AutoRun : field; init; }

    /// <summary>
    /// What happens when a person rejects a call, unless the tool says otherwise; <c>end_run</c> by default.
    /// </summary>
    [JsonPropertyName("default_rejection_behavior")]
    public RejectionBehavior DefaultRejectionBehavior { get => field == default ? RejectionBehavior.EndRun : field; init; }

    /// <summary>Tools, by id, that differ from <see cref="DefaultActionMode"/>.</summary>
    [JsonPropertyName("tool_action_modes"), JsonConverter(typeof(WireObjectConverter<IReadOnlyDictionary<ResourceId, ActionMode>>))]
    public IReadOnlyDictionary<ResourceId, ActionMode> ToolActionModes { get => field ?? ReadOnlyDictionary<ResourceId, ActionMode>.Empty; init; }

    /// <summary>Tools, by id, that differ from <see cref="DefaultRejectionBehavior"/>.</summary>
    [JsonPropertyName("tool_rejection_behaviors"), JsonConverter(typeof(WireObjectConverter<IReadOnlyDictionary<ResourceId, RejectionBehavior>>))]
    public IReadOnlyDictionary<ResourceId, RejectionBehavior> ToolRejectionBehaviors { get => field ?? ReadOnlyDictionary<ResourceId, RejectionBehavior>.Empty; init; }

    /// <summary>How it came to the agent; null when not said.</summary>
    [JsonPropertyName("provision_source")]
    public ProvisionSource? ProvisionSource { get; init; }

    /// <summary>The skill that brought it along; null when it was attached by hand.</summary>
    [JsonPropertyName("source_skill_id")]
    public ResourceId? SourceSkillId { get; init; }

    /// <summary>The revision of the skill that brought it along; null when it was attached by hand.</summary>
    [JsonPropertyName("source_skill_revision_id")]
    public ResourceId? SourceSkillRevisionId { get; init; }

    /// <summary>The capability of that skill.</summary>
    [JsonPropertyName("source_capability_id")]
    public ResourceId? SourceCapabilityId { get; init; }

    /// <summary>How many tools it offers.</summary>
    [JsonPropertyName("tool_count")]
    public int? ToolCount { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"TaskMcpServerId = {TaskMcpServerId}, ToolCount = {ToolCount}");
        return true;
    }
}
