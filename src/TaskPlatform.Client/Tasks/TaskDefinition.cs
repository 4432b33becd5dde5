using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A task of the platform: prompts, model and output shape, kept as revisions (<c>Task</c> on the wire).</summary>
public sealed record TaskDefinition
{
    /// <summary>The task's id; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The project it belongs to; empty when the answer names none.</summary>
    [JsonPropertyName("project_id")]
    public Guid ProjectId { get; init; }

    /// <summary>Its name; empty when missing.</summary>
    [JsonPropertyName("name")]
    public string Name { get => field ?? ""; init; }

    /// <summary>Whether it may be called. False means not in operation yet: runs are to be expected to fail.</summary>
    [JsonPropertyName("enabled")]
    public bool Enabled { get; init; }

    /// <summary>When it was made; the type's default when missing.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    [JsonPropertyName("modified")]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>When it was deleted; null while it exists.</summary>
    [JsonPropertyName("deleted")]
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>
    /// A bearer that runs this one task. Secret: it is never printed; <see cref="SecretText.Reveal"/> gives it.
    /// </summary>
    [JsonPropertyName("access_token")]
    public SecretText? AccessToken { get; init; }

    /// <summary>Which revisions get traffic, and what share. Empty when none does, and in answers of 2024.</summary>
    [JsonPropertyName("active_revisions")]
    public IReadOnlyList<ActiveRevision> ActiveRevisions { get => field ?? []; init; }

    /// <summary>What the task is for.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>
    /// Warning: when true, any user of the platform can access the task. False by default; can't be updated.
    /// </summary>
    [JsonPropertyName("public")]
    public bool Public { get; init; }

    /// <summary>
    /// Warning: when true, agents reach the task through an endpoint that asks for <b>no credentials</b>. False by
    /// default.
    /// </summary>
    [JsonPropertyName("exposed_to_agents")]
    public bool ExposedToAgents { get; init; }

    /// <summary>Whether it is shared with the whole project. False by default and in older answers.</summary>
    [JsonPropertyName("shared_with_project")]
    public bool SharedWithProject { get; init; }

    /// <summary>What kind of thing it answers with; <c>json</c> by default.</summary>
    [JsonPropertyName("output_modality")]
    public OutputModality OutputModality { get => field == default ? OutputModality.Json : field; init; }

    /// <summary>Who sees <i>all</i> runs of the task; only its owners by default.</summary>
    [JsonPropertyName("task_run_visibility")]
    public RunVisibility TaskRunVisibility { get => field == default ? RunVisibility.OwnerOnly : field; init; }

    /// <summary>Its revisions. Their order is not promised: sort by <see cref="TaskRevision.Created"/>.</summary>
    [JsonPropertyName("revisions")]
    public IReadOnlyList<TaskRevision> Revisions { get => field ?? []; init; }

    /// <summary>The revision it was cloned from; null when it was not cloned.</summary>
    [JsonPropertyName("cloned_from_task_revision_id")]
    public Guid? ClonedFromTaskRevisionId { get; init; }

    /// <summary>Its tags, whole; a request names them by id.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<Tag> Tags { get => field ?? []; init; }

    /// <summary>How the answer came, for a task that was read by itself: status, headers, attempts, time. Null in a list and inside the result of an update, which has its own; never serialized.</summary>
    [JsonIgnore]
    public ResponseMetadata? Response { get; internal set; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // Neither the token nor prompts belong in logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, Name = {Name}, Enabled = {Enabled}, Revisions = {Revisions.Count}");
        return true;
    }
}
