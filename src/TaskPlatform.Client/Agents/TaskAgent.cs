using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A task agent of the platform: an instruction, a model and tools, kept as revisions.</summary>
public sealed record TaskAgent
{
    /// <summary>The agent's id; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>Its name; empty when missing.</summary>
    [JsonPropertyName("name")]
    public string Name { get => field ?? ""; init; }

    /// <summary>Who sees <i>all</i> runs of the agent; only its owners when not said.</summary>
    [JsonPropertyName("task_agent_run_visibility")]
    public RunVisibility TaskAgentRunVisibility { get => field == default ? RunVisibility.OwnerOnly : field; init; }

    /// <summary>Whether it was deleted; false when not said.</summary>
    [JsonPropertyName("is_deleted")]
    public bool IsDeleted { get; init; }

    /// <summary>When it was made; the type's default when missing.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    [JsonPropertyName("modified")]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The revision that is live, in short; null when none is.</summary>
    [JsonPropertyName("active_revision"), JsonConverter(typeof(WireObjectConverter<TaskAgentRevisionSummary>))]
    public TaskAgentRevisionSummary? ActiveRevision { get; init; }

    /// <summary>
    /// Its revisions, whole. Their order is not promised: sort by <see cref="TaskAgentRevision.Created"/>.
    /// </summary>
    [JsonPropertyName("revisions")]
    public IReadOnlyList<TaskAgentRevision> Revisions { get => field ?? []; init; }

    /// <summary>Whether it is shared with the whole project. False by default and in older answers.</summary>
    [JsonPropertyName("shared_with_project")]
    public bool SharedWithProject { get; init; }

    /// <summary>The figures of the last seven days; only in lists that were asked for them.</summary>
    [JsonPropertyName("seven_day_summary"), JsonConverter(typeof(WireObjectConverter<TaskAgentSummary>))]
    public TaskAgentSummary? SevenDaySummary { get; init; }

    /// <summary>How the answer came, for an agent that was made or read by itself: status, headers, attempts, time. Null in a list and inside the result of an update, which has its own; never serialized.</summary>
    [JsonIgnore]
    public ResponseMetadata? Response { get; internal set; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // Instructions do not belong in logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, Name = {Name}, Revisions = {Revisions.Count}");
        return true;
    }
}
