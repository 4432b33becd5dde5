using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>What to change of a tag (the body of <c>POST …/{entity_type}/tag/{tag_id}</c>). What is not set is left out and stays as it is.</summary>
public sealed record UpdateTagRequest
{
    /// <summary>A new name: 1 to 15 letters and digits. Runs that ask for the old one no longer find it.</summary>
    [JsonPropertyName("name"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Name { get; init; }

    /// <summary>What the tag is for, at most 1,000 characters.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Description { get; init; }

    /// <summary>The tag above this one; null is sent as null, for one at the top.</summary>
    [JsonPropertyName("parent_id"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<Guid?>))]
    public Optional<Guid?> ParentId { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"ParentId = {ParentId}");
        return true;
    }
}
