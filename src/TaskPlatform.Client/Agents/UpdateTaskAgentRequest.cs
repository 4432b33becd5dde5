using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Agents;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>
/// What to change of a task agent (the body of <c>POST …/task-agent/{task_agent_id}</c>). What is not set is left out
/// and stays as it is; null is sent as null, <c>[]</c> as an empty list.
/// </summary>
/// <remarks>
/// Name and visibility change in place. Any other member but <see cref="ActiveRevisionId"/> makes one new, inactive
/// revision; activation is a second call. The platform refuses unknown keys here, so there are none to add.
/// </remarks>
public sealed record UpdateTaskAgentRequest
{
    /// <summary>The agent's name, at most 255 characters.</summary>
    [JsonPropertyName("name"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Name { get; init; }

    /// <summary>What the agent is for.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Description { get; init; }

    /// <summary>What the agent is told to do. Braces in it are read as variables; sent exactly as given.</summary>
    [JsonPropertyName("instruction"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Instruction { get; init; }

    /// <summary>
    /// How the agent executes: <c>agentic</c> chooses its tools, <c>sequential</c> runs them in order (two tools or
    /// more, no skills, integrations or MCP servers).
    /// </summary>
    [JsonPropertyName("mode"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<AgentMode?>))]
    public Optional<AgentMode?> Mode { get; init; }

    /// <summary>The model that runs the agent.</summary>
    [JsonPropertyName("llm_model_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> LlmModelId { get; init; }

    /// <summary>The model used when the primary fails or is rate limited.</summary>
    [JsonPropertyName("fallback_llm_model_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> FallbackLlmModelId { get; init; }

    /// <summary>
    /// The tasks it may call, in order of execution. The list replaces the old one whole; <c>[]</c> empties it.
    /// </summary>
    [JsonPropertyName("task_tools"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<TaskToolInput>))]
    public OptionalList<TaskToolInput> TaskTools { get; init; }

    /// <summary>The MCP servers attached to it. The list replaces the old one whole; <c>[]</c> empties it.</summary>
    [JsonPropertyName("mcp_servers"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<McpServerInput>))]
    public OptionalList<McpServerInput> McpServers { get; init; }

    /// <summary>The integrations attached to it. The list replaces the old one whole; <c>[]</c> empties it.</summary>
    [JsonPropertyName("integrations"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<IntegrationInput>))]
    public OptionalList<IntegrationInput> Integrations { get; init; }

    /// <summary>Its declarative skills. The list replaces the old one whole; <c>[]</c> empties it.</summary>
    [JsonPropertyName("skills"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<SkillInput>))]
    public OptionalList<SkillInput> Skills { get; init; }

    /// <summary>How its history is shortened. Null means unlimited, which is not the same as left out.</summary>
    [JsonPropertyName("memory_strategy"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<MemoryStrategy?>))]
    public Optional<MemoryStrategy?> MemoryStrategy { get; init; }

    /// <summary>
    /// The strategy's figures: <c>max_events</c> for a sliding window, <c>token_threshold</c> and
    /// <c>event_retention_size</c> for compaction.
    /// </summary>
    [JsonPropertyName("memory_config"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<JsonObject>))]
    public Optional<JsonObject?> MemoryConfig { get; init; }

    /// <summary>The most turns of one run, 1 to 500; null means no limit.</summary>
    [JsonPropertyName("max_turns"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<int?>))]
    public Optional<int?> MaxTurns { get; init; }

    /// <summary>Who sees <i>all</i> runs of the agent.</summary>
    [JsonPropertyName("task_agent_run_visibility"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<RunVisibility?>))]
    public Optional<RunVisibility?> TaskAgentRunVisibility { get; init; }

    /// <summary>
    /// The revision that goes live. The platform wants it alone: with any other member the request is refused.
    /// </summary>
    [JsonPropertyName("active_revision_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> ActiveRevisionId { get; init; }

    // Says which keys are sent, never what they hold.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.AppendJoin(", ", UpdateTaskAgentRequestMembers.Set(this));
        return true;
    }
}
