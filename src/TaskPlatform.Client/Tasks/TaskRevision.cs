using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// One version of a task's prompts, model and settings. It does not change any more; an update of the task makes
/// another one.
/// </summary>
public sealed record TaskRevision
{
    /// <summary>The revision's id; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>When it was made; the type's default when missing.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; init; }

    /// <summary>When its entry last changed.</summary>
    [JsonPropertyName("modified")]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether it gets traffic. A new revision does not; false when missing.</summary>
    [JsonPropertyName("active")]
    public bool Active { get; init; }

    /// <summary>What the model is told first.</summary>
    [JsonPropertyName("system_prompt")]
    public string? SystemPrompt { get; init; }

    /// <summary>The prompt of each run; variables are written <c>{name}</c>.</summary>
    [JsonPropertyName("user_prompt")]
    public string? UserPrompt { get; init; }

    /// <summary>The variables the platform found in the prompt. Can't be updated.</summary>
    [JsonPropertyName("input_params")]
    public IReadOnlyList<string> InputParams { get => field ?? []; init; }

    /// <summary>The model that runs it.</summary>
    [JsonPropertyName("llm_model_id")]
    public Guid? LlmModelId { get; init; }

    /// <summary>The model, at times with half of its fields.</summary>
    [JsonPropertyName("llm_model"), JsonConverter(typeof(WireObjectConverter<LlmModel>))]
    public LlmModel? LlmModel { get; init; }

    /// <summary>The model's settings; which keys there are, <see cref="LlmModel.ModelParams"/> says.</summary>
    [JsonPropertyName("llm_config")]
    public JsonElement? LlmConfig { get; init; }

    /// <summary>The shape of a JSON answer; null for other modalities.</summary>
    [JsonPropertyName("output_format")]
    public OutputFormat? OutputFormat { get; init; }

    /// <summary>
    /// The forwarder that hands the output on to another system or service. A UUID, except in answers of 2024.
    /// </summary>
    [JsonPropertyName("task_forwarder_id")]
    public ResourceId? TaskForwarderId { get; init; }

    /// <summary>Material the model can look things up in. For paid plans.</summary>
    [JsonPropertyName("rag"), JsonConverter(typeof(WireObjectConverter<RagSettings>))]
    public RagSettings? Rag { get; init; }

    /// <summary>
    /// Which file types a vision model is given; <c>none</c> by default. With any other a run needs a file.
    /// </summary>
    [JsonPropertyName("file_input_mode")]
    public FileInputMode FileInputMode { get => field == default ? FileInputMode.None : field; init; }

    /// <summary>Whether a run needs a picture: the form of 2024, replaced by <see cref="FileInputMode"/>.</summary>
    [JsonPropertyName("image_required")]
    public bool? ImageRequired { get; init; }

    /// <summary>
    /// Whether pictures are made smaller before processing, with loss; false keeps them as sent. True by default and
    /// when missing.
    /// </summary>
    [JsonIgnore]
    public bool OptimiseImages { get => OptimiseImagesOnTheWire ?? true; init => OptimiseImagesOnTheWire = value; }

    // Stands after OptimiseImages because code generated for .NET 8 sets ignored members too, in this order.
    [JsonInclude, JsonPropertyName("optimise_images")]
    internal bool? OptimiseImagesOnTheWire { get; init; }

    /// <summary>
    /// Whether it is a revision for quick trials: it can be run by its id and never be active. False by default.
    /// </summary>
    [JsonPropertyName("test")]
    public bool Test { get; init; }

    /// <summary>What loads or transforms inputs before the prompt is filled.</summary>
    [JsonPropertyName("input_processors")]
    public IReadOnlyList<InputProcessor> InputProcessors { get => field ?? []; init; }

    /// <summary>A note on the revision.</summary>
    [JsonPropertyName("annotation")]
    public string? Annotation { get; init; }

    /// <summary>The model used when the primary fails or is rate limited; null when there is none.</summary>
    [JsonPropertyName("fallback_llm_model_id")]
    public Guid? FallbackLlmModelId { get; init; }

    /// <summary>The fallback model, at times with half of its fields.</summary>
    [JsonPropertyName("fallback_llm_model"), JsonConverter(typeof(WireObjectConverter<LlmModel>))]
    public LlmModel? FallbackLlmModel { get; init; }

    /// <summary>The fallback model's settings.</summary>
    [JsonPropertyName("fallback_llm_config")]
    public JsonElement? FallbackLlmConfig { get; init; }

    /// <summary>How freely the model calls the attached MCP tools; null when not set.</summary>
    [JsonPropertyName("tool_choice")]
    public ToolChoice? ToolChoice { get; init; }

    /// <summary>Which MCP tools hang on this revision.</summary>
    [JsonPropertyName("task_mcp_tool_ids")]
    public IReadOnlyList<ResourceId> TaskMcpToolIds { get => field ?? []; init; }

    /// <summary>Which tools of integrations hang on this revision.</summary>
    [JsonPropertyName("integration_tool_ids")]
    public IReadOnlyList<ResourceId> IntegrationToolIds { get => field ?? []; init; }

    /// <summary>The revision's tags, whole; a request names them by id, as <c>revision_tags</c>.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<Tag> Tags { get => field ?? []; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // Prompts, settings and notes are content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, Created = {Created:O}, Active = {Active}, Test = {Test}");
        return true;
    }
}
