using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A revision of an agent in short, as shown for the live one (<c>active_revision</c>).</summary>
public sealed record TaskAgentRevisionSummary
{
    /// <summary>The revision's id; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The agent it belongs to.</summary>
    [JsonPropertyName("task_agent_id")]
    public Guid? TaskAgentId { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its entry last changed.</summary>
    [JsonPropertyName("modified")]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}");
        return true;
    }
}
