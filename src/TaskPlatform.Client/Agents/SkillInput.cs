using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>A skill to give to an agent (an entry of <c>skills</c>). Null members are left out.</summary>
public sealed record SkillInput
{
    /// <summary>The skill to attach.</summary>
    [JsonPropertyName("skill_id")]
    public required Guid SkillId { get; init; }

    /// <summary>
    /// The revision to pin; null follows the skill's active one. Skills with capabilities must be pinned.
    /// </summary>
    [JsonPropertyName("skill_revision_id"), JsonIgnore(Condition = WhenWritingNull)]
    public Guid? SkillRevisionId { get; init; }
}
