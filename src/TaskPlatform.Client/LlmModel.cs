using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// A model of the platform, as shown inside a revision or in the list of models. Inside a revision half of its fields
/// may be missing.
/// </summary>
public sealed record LlmModel
{
    /// <summary>The id to put in <c>llm_model_id</c>; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The reference name, such as one would write in code; empty when missing.</summary>
    [JsonPropertyName("name")]
    public string Name { get => field ?? ""; init; }

    /// <summary>The name for people.</summary>
    [JsonPropertyName("alias")]
    public string? Alias { get; init; }

    /// <summary>Who makes the model.</summary>
    [JsonPropertyName("provider")]
    public string? Provider { get; init; }

    /// <summary>Who hosts the model.</summary>
    [JsonPropertyName("vendor")]
    public string? Vendor { get; init; }

    /// <summary>What the platform says about the model.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Whether it takes pictures; null when not said.</summary>
    [JsonPropertyName("supports_vision")]
    public bool? SupportsVision { get; init; }

    /// <summary>Whether it makes pictures; null when not said.</summary>
    [JsonPropertyName("supports_image_output")]
    public bool? SupportsImageOutput { get; init; }

    /// <summary>Whether it takes PDF documents; null when not said.</summary>
    [JsonPropertyName("supports_pdf_vision")]
    public bool? SupportsPdfVision { get; init; }

    /// <summary>Whether it calls tools; null when not said.</summary>
    [JsonPropertyName("supports_tool_calling")]
    public bool? SupportsToolCalling { get; init; }

    /// <summary>Whether it caches contexts; null when not said.</summary>
    [JsonPropertyName("supports_context_caching")]
    public bool? SupportsContextCaching { get; init; }

    /// <summary>How dear it is; null when not said.</summary>
    [JsonPropertyName("price")]
    public ModelPrice? Price { get; init; }

    /// <summary>How fast it answers; null when not said.</summary>
    [JsonPropertyName("speed")]
    public ModelSpeed? Speed { get; init; }

    /// <summary>Until when its knowledge reaches: a date, kept as the text the platform wrote.</summary>
    [JsonPropertyName("knowledge_cutoff")]
    public string? KnowledgeCutoff { get; init; }

    /// <summary>The most tokens it reads at once.</summary>
    [JsonPropertyName("max_context_window")]
    public int? MaxContextWindow { get; init; }

    /// <summary>Keys of <c>llm_config</c> that it does not take.</summary>
    [JsonPropertyName("disabled_params")]
    public IReadOnlyList<string> DisabledParams { get => field ?? []; init; }

    /// <summary>Its limits for PDF documents, such as pages and megabytes.</summary>
    [JsonPropertyName("pdf_vision_config")]
    public JsonElement? PdfVisionConfig { get; init; }

    /// <summary>The JSON Schema of the keys that <c>llm_config</c> takes for this model.</summary>
    [JsonPropertyName("model_params")]
    public JsonElement? ModelParams { get; init; }

    /// <summary>When the platform took it up.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its entry last changed.</summary>
    [JsonPropertyName("modified")]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>When it was retired; null while it is in service. A bare date is read as midnight UTC.</summary>
    [JsonPropertyName("retired")]
    public DateTimeOffset? Retired { get; init; }

    /// <summary>The model that takes its place.</summary>
    [JsonPropertyName("replaced_by")]
    public Guid? ReplacedBy { get; init; }

    /// <summary>Comments on the model, each a free map.</summary>
    [JsonPropertyName("llm_model_comments")]
    public IReadOnlyList<JsonElement> LlmModelComments { get => field ?? []; init; }

    /// <summary>How the answer came, for a model that was read by itself: status, headers, attempts, time. Null in a list and inside a revision; never serialized.</summary>
    [JsonIgnore]
    public ResponseMetadata? Response { get; internal set; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, Name = {Name}");
        return true;
    }
}
