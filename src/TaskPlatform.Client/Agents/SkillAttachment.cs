using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A declarative skill of an agent, as an answer shows it; sent as <see cref="SkillInput"/>.</summary>
public sealed record SkillAttachment
{
    /// <summary>The id of this entry.</summary>
    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    /// <summary>The skill; empty when the answer names none.</summary>
    [JsonPropertyName("skill_id")]
    public Guid SkillId { get; init; }

    /// <summary>The skill's short name.</summary>
    [JsonPropertyName("skill_slug")]
    public string? SkillSlug { get; init; }

    /// <summary>The skill's name for people.</summary>
    [JsonPropertyName("skill_display_name")]
    public string? SkillDisplayName { get; init; }

    /// <summary>The revision it is pinned to; null follows the active one.</summary>
    [JsonPropertyName("skill_revision_id")]
    public ResourceId? SkillRevisionId { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonPropertyName("order")]
    public int? Order { get; init; }

    /// <summary>Whether the agent may use it; null when not said.</summary>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"SkillId = {SkillId}, SkillRevisionId = {SkillRevisionId}");
        return true;
    }
}
