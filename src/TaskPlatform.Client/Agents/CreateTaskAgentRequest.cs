using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>
/// A new task agent (the body of <c>POST …/task-agent</c>). What is null is left out, and the platform takes its default.
/// Its first revision is live at once. The platform refuses unknown keys here, so there are none to add.
/// </summary>
public sealed record CreateTaskAgentRequest
{
    /// <summary>The agent's name, at most 255 characters.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What the agent is told to do. Braces in it are read as variables of the session; sent exactly as given.</summary>
    [JsonPropertyName("instruction")]
    public required string Instruction { get; init; }

    /// <summary>The model that runs the agent.</summary>
    [JsonPropertyName("llm_model_id")]
    public required Guid LlmModelId { get; init; }

    /// <summary>What the agent is for; null for nothing.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>How the agent executes; null for the platform's default, <c>agentic</c>.</summary>
    [JsonPropertyName("mode"), JsonIgnore(Condition = WhenWritingNull)]
    public AgentMode? Mode { get; init; }

    /// <summary>The model used when the primary fails or is rate limited; null for none.</summary>
    [JsonPropertyName("fallback_llm_model_id"), JsonIgnore(Condition = WhenWritingNull)]
    public Guid? FallbackLlmModelId { get; init; }

    /// <summary>The tasks it may call, in order of execution; null for none.</summary>
    [JsonPropertyName("task_tools"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<TaskToolInput>? TaskTools { get; init; }

    /// <summary>The MCP servers attached to it; null for none.</summary>
    [JsonPropertyName("mcp_servers"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<McpServerInput>? McpServers { get; init; }

    /// <summary>The integrations attached to it; null for none.</summary>
    [JsonPropertyName("integrations"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<IntegrationInput>? Integrations { get; init; }

    /// <summary>Its declarative skills; null for none.</summary>
    [JsonPropertyName("skills"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<SkillInput>? Skills { get; init; }

    /// <summary>How its history is shortened; null leaves it unlimited.</summary>
    [JsonPropertyName("memory_strategy"), JsonIgnore(Condition = WhenWritingNull)]
    public MemoryStrategy? MemoryStrategy { get; init; }

    /// <summary>The strategy's figures, as in <see cref="UpdateTaskAgentRequest.MemoryConfig"/>; null for none.</summary>
    [JsonPropertyName("memory_config"), JsonIgnore(Condition = WhenWritingNull)]
    public JsonObject? MemoryConfig { get; init; }

    /// <summary>The most turns of one run, 1 to 500; null for no limit.</summary>
    [JsonPropertyName("max_turns"), JsonIgnore(Condition = WhenWritingNull)]
    public int? MaxTurns { get; init; }

    /// <summary>Who sees <i>all</i> runs of the agent; null for the platform's default, its owner only.</summary>
    [JsonPropertyName("task_agent_run_visibility"), JsonIgnore(Condition = WhenWritingNull)]
    public RunVisibility? TaskAgentRunVisibility { get; init; }

    // What the agent is told stays out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"LlmModelId = {LlmModelId}, Mode = {Mode}, TaskTools = {TaskTools?.Count ?? 0}");
        return true;
    }
}
