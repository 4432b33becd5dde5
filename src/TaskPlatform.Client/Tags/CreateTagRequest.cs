using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A tag to be made (the body of <c>POST …/{entity_type}/tag</c>). What is null is left out.</summary>
public sealed record CreateTagRequest
{
    /// <summary>What runs ask for (<see cref="RunTaskRequest.RevisionTag"/>) and people read: 1 to 15 letters and digits.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What the tag is for, at most 1,000 characters.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>The tag above this one, of the same kind; null makes it one at the top.</summary>
    [JsonPropertyName("parent_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? ParentId { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"ParentId = {ParentId}");
        return true;
    }
}
