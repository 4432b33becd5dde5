using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Tags;

/// <summary>What a tag is put on or taken off (the body of <c>POST …/tag/{tag_id}/add</c> and <c>/remove</c>).</summary>
internal sealed record TagEntities
{
    [JsonPropertyName("entities")]
    public required IReadOnlyCollection<Guid> Entities { get; init; }

    internal static TagEntities Of(IEnumerable<Guid> entityIds)
    {
        ArgumentNullException.ThrowIfNull(entityIds);
        Guid[] ids = [.. entityIds];
        return ids.Length > 0 && !ids.Contains(Guid.Empty)
            ? new TagEntities { Entities = ids }
            : throw new ArgumentException("There is no id, or one that is empty (all zeros); nothing was sent.", nameof(entityIds));
    }
}
