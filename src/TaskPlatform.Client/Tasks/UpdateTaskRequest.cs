using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Tasks;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>
/// What to change of a task (the body of <c>POST …/task/{task_id}</c>). What is not set is left out and stays as it is;
/// null is sent as null, <c>[]</c> as an empty list.
/// </summary>
/// <remarks>
/// Name, description, <c>enabled</c>, exposure, visibility, traffic and the task's tags change in place. Any other
/// member makes one new, inactive revision; activation is a second call. What null does on the platform's side is not
/// documented: it is passed on exactly.
/// </remarks>
public sealed record UpdateTaskRequest
{
    private JsonObject? additionalFields;

    /// <summary>The task's name: letters without accents, digits, hyphens and spaces, at most 63.</summary>
    [JsonPropertyName("name"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Name { get; init; }

    /// <summary>What the task is for.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Description { get; init; }

    /// <summary>Whether the task may be called. False means not in operation: runs are to be expected to fail.</summary>
    [JsonPropertyName("enabled"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<bool?>))]
    public Optional<bool?> Enabled { get; init; }

    /// <summary>Warning: true lets agents reach the task through an endpoint that asks for <b>no credentials</b>.</summary>
    [JsonPropertyName("exposed_to_agents"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<bool?>))]
    public Optional<bool?> ExposedToAgents { get; init; }

    /// <summary>Who sees <i>all</i> runs of the task.</summary>
    [JsonPropertyName("task_run_visibility"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<RunVisibility?>))]
    public Optional<RunVisibility?> TaskRunVisibility { get; init; }

    /// <summary>
    /// Which revisions get traffic, and what share: the way to go live, to A/B tests and gradual roll-outs. Weights are
    /// 0 to 1 and add up to 1; no test revisions.
    /// </summary>
    [JsonPropertyName("active_revisions"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<ActiveRevision>))]
    public OptionalList<ActiveRevision> ActiveRevisions { get; init; }

    /// <summary>Ids of the task's tags. The list replaces the old one.</summary>
    [JsonPropertyName("tags"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<ResourceId>))]
    public OptionalList<ResourceId> Tags { get; init; }

    /// <summary>Ids of the revision's tags. The list replaces the old one.</summary>
    [JsonPropertyName("revision_tags"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<ResourceId>))]
    public OptionalList<ResourceId> RevisionTags { get; init; }

    /// <summary>What the model is told first.</summary>
    [JsonPropertyName("system_prompt"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> SystemPrompt { get; init; }

    /// <summary>
    /// The prompt of each run; variables are written <c>{name}</c> and become inputs. Sent exactly as given.
    /// </summary>
    [JsonPropertyName("user_prompt"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> UserPrompt { get; init; }

    /// <summary>The model that runs the task.</summary>
    [JsonPropertyName("llm_model_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> LlmModelId { get; init; }

    /// <summary>
    /// The model's settings, such as <c>temperature</c>; which keys there are, the model says (<see
    /// cref="LlmModel.ModelParams"/>).
    /// </summary>
    [JsonPropertyName("llm_config"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<JsonObject>))]
    public Optional<JsonObject?> LlmConfig { get; init; }

    /// <summary>The shape of a JSON answer; null for other modalities.</summary>
    [JsonPropertyName("output_format"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<OutputFormat>))]
    public Optional<OutputFormat?> OutputFormat { get; init; }

    /// <summary>The forwarder that hands the output on to another system or service.</summary>
    [JsonPropertyName("task_forwarder_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> TaskForwarderId { get; init; }

    /// <summary>Material the model can look things up in, such as a catalogue, terms or a manual. For paid plans.</summary>
    [JsonPropertyName("rag"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<RagSettings>))]
    public Optional<RagSettings?> Rag { get; init; }

    /// <summary>Which file types a vision model is given. With any but <c>none</c> a run needs a file.</summary>
    [JsonPropertyName("file_input_mode"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<FileInputMode?>))]
    public Optional<FileInputMode?> FileInputMode { get; init; }

    /// <summary>A note on the revision, at most 255 characters.</summary>
    [JsonPropertyName("annotation"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Annotation { get; init; }

    /// <summary>
    /// Whether the new revision is for quick trials: it can be run by its id and never be active. The platform takes no
    /// null here.
    /// </summary>
    /// <remarks>
    /// Whether the platform keeps the old value when this is left out has never been shown: set the current value again
    /// to be sure.
    /// </remarks>
    [JsonPropertyName("test"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<bool>))]
    public Optional<bool> Test { get; init; }

    /// <summary>
    /// What loads or transforms inputs before the prompt is filled; <c>[]</c> takes all away. The platform takes no null here.
    /// </summary>
    /// <remarks>
    /// Whether the platform keeps the old value when this is left out has never been shown: set the current value again
    /// to be sure.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The list is set to null.</exception>
    [JsonPropertyName("input_processors"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<InputProcessor>))]
    public OptionalList<InputProcessor> InputProcessors
    {
        get;
        init => field = value.IsNull ? throw new ArgumentNullException(nameof(value), "InputProcessors takes a list, empty or not, and no null.") : value;
    }

    /// <summary>Whether pictures are made smaller before processing, with loss; false keeps them as sent.</summary>
    /// <remarks>
    /// Whether the platform keeps the old value when this is left out has never been shown: set the current value again
    /// to be sure.
    /// </remarks>
    [JsonPropertyName("optimise_images"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<bool?>))]
    public Optional<bool?> OptimiseImages { get; init; }

    /// <summary>The model used when the primary fails or is rate limited.</summary>
    [JsonPropertyName("fallback_llm_model_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> FallbackLlmModelId { get; init; }

    /// <summary>The fallback model's settings.</summary>
    [JsonPropertyName("fallback_llm_config"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<JsonObject>))]
    public Optional<JsonObject?> FallbackLlmConfig { get; init; }

    /// <summary>How freely the model calls the attached MCP tools.</summary>
    [JsonPropertyName("tool_choice"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<ToolChoice?>))]
    public Optional<ToolChoice?> ToolChoice { get; init; }

    /// <summary>Ids of the MCP tools that hang on the revision. The list replaces the old one.</summary>
    [JsonPropertyName("task_mcp_tool_ids"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<ResourceId>))]
    public OptionalList<ResourceId> TaskMcpToolIds { get; init; }

    /// <summary>Ids of the tools of integrations that hang on the revision. The list replaces the old one.</summary>
    [JsonPropertyName("integration_tool_ids"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalListConverter<ResourceId>))]
    public OptionalList<ResourceId> IntegrationToolIds { get; init; }

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

    // Says which keys are sent, never what they hold.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.AppendJoin(", ", UpdateTaskRequestMembers.Set(this));
        return true;
    }
}
