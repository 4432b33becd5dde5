using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// One version of an agent's instruction, model, tools and limits. An update of the agent makes another one.
/// </summary>
public sealed record TaskAgentRevision
{
    /// <summary>The revision's id; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The agent it belongs to.</summary>
    [JsonPropertyName("task_agent_id")]
    public Guid? TaskAgentId { get; init; }

    /// <summary>What the agent is for.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>What the agent is told to do. Braces in it are read as variables.</summary>
    [JsonPropertyName("instruction")]
    public string? Instruction { get; init; }

    /// <summary>How the agent executes; <c>agentic</c> by default.</summary>
    [JsonPropertyName("mode")]
    public AgentMode Mode { get => field == default ? AgentMode.Agentic : field; init; }

    /// <summary>The model that runs it.</summary>
    [JsonPropertyName("llm_model_id")]
    public Guid? LlmModelId { get; init; }

    /// <summary>The model, at times with half of its fields.</summary>
    [JsonPropertyName("llm_model"), JsonConverter(typeof(WireObjectConverter<LlmModel>))]
    public LlmModel? LlmModel { get; init; }

    /// <summary>The model used when the primary fails or is rate limited; null when there is none.</summary>
    [JsonPropertyName("fallback_llm_model_id")]
    public Guid? FallbackLlmModelId { get; init; }

    /// <summary>The fallback model, at times with half of its fields.</summary>
    [JsonPropertyName("fallback_llm_model"), JsonConverter(typeof(WireObjectConverter<LlmModel>))]
    public LlmModel? FallbackLlmModel { get; init; }

    /// <summary>The tasks it may call, in order of execution.</summary>
    [JsonPropertyName("task_tools")]
    public IReadOnlyList<TaskTool> TaskTools { get => field ?? []; init; }

    /// <summary>The MCP servers attached to it.</summary>
    [JsonPropertyName("mcp_servers")]
    public IReadOnlyList<McpServerAttachment> McpServers { get => field ?? []; init; }

    /// <summary>The integrations attached to it.</summary>
    [JsonPropertyName("integrations")]
    public IReadOnlyList<IntegrationAttachment> Integrations { get => field ?? []; init; }

    /// <summary>Its declarative skills.</summary>
    [JsonPropertyName("skills")]
    public IReadOnlyList<SkillAttachment> Skills { get => field ?? []; init; }

    /// <summary>Tools its skills brought along, each a free map. Can't be updated.</summary>
    [JsonPropertyName("registered_tools")]
    public IReadOnlyList<JsonElement> RegisteredTools { get => field ?? []; init; }

    /// <summary>The revision's tags.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<Tag> Tags { get => field ?? []; init; }

    /// <summary>How its history is shortened; null means unlimited.</summary>
    [JsonPropertyName("memory_strategy")]
    public MemoryStrategy? MemoryStrategy { get; init; }

    /// <summary>The strategy's figures, such as <c>max_events</c>.</summary>
    [JsonPropertyName("memory_config")]
    public JsonElement? MemoryConfig { get; init; }

    /// <summary>The most turns of one run; null means no limit.</summary>
    [JsonPropertyName("max_turns")]
    public int? MaxTurns { get; init; }

    /// <summary>Whether it is live. A new revision is not; false when missing.</summary>
    [JsonPropertyName("active")]
    public bool Active { get; init; }

    /// <summary>When it was made; the type's default when missing.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; init; }

    /// <summary>When its entry last changed.</summary>
    [JsonPropertyName("modified")]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // Description, instruction and settings are content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, Created = {Created:O}, Active = {Active}, TaskTools = {TaskTools.Count}");
        return true;
    }
}
