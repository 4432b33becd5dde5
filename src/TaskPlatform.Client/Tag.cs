using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A tag on a task, a revision or something else the platform keeps.</summary>
public sealed record Tag
{
    /// <summary>The id to put in <c>tags</c> and <c>revision_tags</c>; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The name: letters and digits, at most 15; empty when missing.</summary>
    [JsonPropertyName("name")]
    public string Name { get => field ?? ""; init; }

    /// <summary>What the tag is for, in its maker's words.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>The tag above this one; null at the top.</summary>
    [JsonPropertyName("parent_id")]
    public Guid? ParentId { get; init; }

    /// <summary>What kind of thing the tag is for; null when not said.</summary>
    [JsonPropertyName("entity_type")]
    public TagEntityType? EntityType { get; init; }

    /// <summary>The project the tag belongs to.</summary>
    [JsonPropertyName("project_id")]
    public Guid? ProjectId { get; init; }

    /// <summary>When the tag was made. (Tags say <c>created_at</c> where tasks and agents say <c>created</c>.)</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The tags below this one.</summary>
    [JsonPropertyName("children")]
    public IReadOnlyList<Tag> Children { get => field ?? []; init; }

    /// <summary>Whether the tag belongs to one project; null when not said.</summary>
    [JsonPropertyName("is_project_tag")]
    public bool? IsProjectTag { get; init; }

    /// <summary>Whether the tag is known in every project; null when not said.</summary>
    [JsonPropertyName("is_global_tag")]
    public bool? IsGlobalTag { get; init; }

    /// <summary>Ids of what carries the tag.</summary>
    [JsonPropertyName("tagged_entities")]
    public IReadOnlyList<ResourceId> TaggedEntities { get => field ?? []; init; }

    /// <summary>How the answer came, for a tag that was read, made or changed by itself: status, headers, attempts, time. Null in lists and inside other answers; never serialized.</summary>
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
