using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>
/// A new task with its first revision (the body of <c>POST …/task</c>). What is null is left out, and the platform takes
/// its default.
/// </summary>
public sealed record CreateTaskRequest
{
    private JsonObject? additionalFields;

    /// <summary>The task's name, not taken yet in the project: letters without accents, digits, hyphens and spaces, at most 63.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Whether the task may be called. False means not in operation: runs are to be expected to fail.</summary>
    [JsonPropertyName("enabled"), JsonIgnore(Condition = Never)]
    public required bool Enabled { get; init; }

    /// <summary>The standing instruction to the model.</summary>
    [JsonPropertyName("system_prompt")]
    public required string SystemPrompt { get; init; }

    /// <summary>The prompt of each run; variables are written <c>{name}</c> and become inputs. Sent exactly as given.</summary>
    [JsonPropertyName("user_prompt")]
    public required string UserPrompt { get; init; }

    /// <summary>The model that runs the task: an id, which <see cref="LlmModelsClient.FindAsync(string, CancellationToken)"/> gives for a name.</summary>
    [JsonPropertyName("llm_model_id"), JsonIgnore(Condition = Never)]
    public required Guid LlmModelId { get; init; }

    /// <summary>What kind of thing it answers with; <c>json</c> when left out. It can't be changed later.</summary>
    [JsonPropertyName("output_modality"), JsonIgnore(Condition = WhenWritingNull)]
    public OutputModality? OutputModality { get; init; }

    /// <summary>The shape of a JSON answer: needed for the modality <c>json</c>, refused for any other.</summary>
    [JsonPropertyName("output_format"), JsonIgnore(Condition = WhenWritingNull)]
    public OutputFormat? OutputFormat { get; init; }

    /// <summary>What the task is for.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Warning: when true, any user of the platform can access the task. False when left out; it can't be changed later.</summary>
    [JsonPropertyName("public"), JsonIgnore(Condition = WhenWritingNull)]
    public bool? Public { get; init; }

    /// <summary>Warning: true lets agents reach the task through an endpoint that asks for <b>no credentials</b>. False when left out.</summary>
    [JsonPropertyName("exposed_to_agents"), JsonIgnore(Condition = WhenWritingNull)]
    public bool? ExposedToAgents { get; init; }

    /// <summary>Who sees <i>all</i> runs of the task; only its owners when left out.</summary>
    [JsonPropertyName("task_run_visibility"), JsonIgnore(Condition = WhenWritingNull)]
    public RunVisibility? TaskRunVisibility { get; init; }

    /// <summary>Ids of tags for the task; none when left out.</summary>
    [JsonPropertyName("tags"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<ResourceId>? Tags { get; init; }

    /// <summary>Ids of tags for the first revision; none when left out.</summary>
    [JsonPropertyName("revision_tags"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<ResourceId>? RevisionTags { get; init; }

    /// <summary>The model's settings, such as <c>temperature</c>; which keys there are, the model says (<see cref="LlmModel.ModelParams"/>).</summary>
    [JsonPropertyName("llm_config"), JsonIgnore(Condition = WhenWritingNull)]
    public JsonObject? LlmConfig { get; init; }

    /// <summary>The forwarder that hands the output on to another system or service.</summary>
    [JsonPropertyName("task_forwarder_id"), JsonIgnore(Condition = WhenWritingNull)]
    public Guid? TaskForwarderId { get; init; }

    /// <summary>Material the model can look things up in, such as a catalogue, terms or a manual. For paid plans.</summary>
    [JsonPropertyName("rag"), JsonIgnore(Condition = WhenWritingNull)]
    public RagSettings? Rag { get; init; }

    /// <summary>Which file types a vision model is given; <c>none</c> when left out. With any other a run needs a file.</summary>
    [JsonPropertyName("file_input_mode"), JsonIgnore(Condition = WhenWritingNull)]
    public FileInputMode? FileInputMode { get; init; }

    /// <summary>A note on the first revision, at most 255 characters.</summary>
    [JsonPropertyName("annotation"), JsonIgnore(Condition = WhenWritingNull)]
    public string? Annotation { get; init; }

    /// <summary>Whether the first revision is for quick trials: it can be run by its id and never be active. False when left out.</summary>
    [JsonPropertyName("test"), JsonIgnore(Condition = WhenWritingNull)]
    public bool? Test { get; init; }

    /// <summary>What loads or transforms inputs before the prompt is filled; nothing when left out.</summary>
    [JsonPropertyName("input_processors"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<InputProcessor>? InputProcessors { get; init; }

    /// <summary>Whether pictures are made smaller before processing, with loss; true when left out.</summary>
    [JsonPropertyName("optimise_images"), JsonIgnore(Condition = WhenWritingNull)]
    public bool? OptimiseImages { get; init; }

    /// <summary>The model used when the primary fails or is rate limited; none when left out.</summary>
    [JsonPropertyName("fallback_llm_model_id"), JsonIgnore(Condition = WhenWritingNull)]
    public Guid? FallbackLlmModelId { get; init; }

    /// <summary>The fallback model's settings.</summary>
    [JsonPropertyName("fallback_llm_config"), JsonIgnore(Condition = WhenWritingNull)]
    public JsonObject? FallbackLlmConfig { get; init; }

    /// <summary>How freely the model calls the attached MCP tools.</summary>
    [JsonPropertyName("tool_choice"), JsonIgnore(Condition = WhenWritingNull)]
    public ToolChoice? ToolChoice { get; init; }

    /// <summary>Ids of the MCP tools that hang on the first revision; none when left out.</summary>
    [JsonPropertyName("task_mcp_tool_ids"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<ResourceId>? TaskMcpToolIds { get; init; }

    /// <summary>Ids of the tools of integrations that hang on the first revision; none when left out.</summary>
    [JsonPropertyName("integration_tool_ids"), JsonIgnore(Condition = WhenWritingNull)]
    public IReadOnlyList<ResourceId>? IntegrationToolIds { get; init; }

    /// <summary>
    /// Keys the platform knows and this type does not, sent as given after all others; null for none. A key that has a
    /// member here is refused when the request is sent.
    /// </summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get => additionalFields; init => additionalFields = value; }

    /// <summary>For the serializer, which can't write a <see cref="JsonObject"/> as further keys; use <see cref="AdditionalFields"/>.</summary>
    [JsonExtensionData, EditorBrowsable(EditorBrowsableState.Never)]
    public IDictionary<string, JsonElement>? AdditionalFieldsOnTheWire
    {
        get => JsonObjectView.Of(additionalFields);
        set => additionalFields = JsonObjectView.Read(value);
    }

    // Prompts don't belong in logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Enabled = {Enabled}, LlmModelId = {LlmModelId}, OutputModality = {OutputModality}");
        return true;
    }
}
