using System.Text.Json;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>A revision that gets traffic, and its share of it (an entry of <c>active_revisions</c>).</summary>
public sealed record ActiveRevision
{
    /// <summary>Makes an entry to be filled by an object initializer or by JSON.</summary>
    public ActiveRevision()
    {
    }

    /// <summary>Gives a revision a share of the traffic.</summary>
    /// <param name="taskRevisionId">The revision; a test revision can never be active.</param>
    /// <param name="weight">Its share, 0 to 1; all of it by default.</param>
    public ActiveRevision(Guid taskRevisionId, double weight = 1)
    {
        TaskRevisionId = taskRevisionId;
        Weight = weight;
    }

    /// <summary>The revision that gets the traffic; a test revision can never be active.</summary>
    [JsonPropertyName("task_revision_id")]
    public Guid TaskRevisionId { get; init; }

    /// <summary>
    /// Its share of the runs, 0 to 1; the weights of a list add up to 1. Null (left out when sent) counts as 1.
    /// </summary>
    [JsonPropertyName("weight"), JsonIgnore(Condition = WhenWritingNull)]
    public double? Weight { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }
}
