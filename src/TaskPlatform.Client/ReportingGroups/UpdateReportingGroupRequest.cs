using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>What to change of a reporting group (the body of <c>POST …/reporting-groups/{reporting_group_id}</c>). What is not set is left out and stays as it is.</summary>
public sealed record UpdateReportingGroupRequest
{
    /// <summary>A new name: 1 to 64 characters, unique in the project.</summary>
    [JsonPropertyName("name"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Name { get; init; }

    /// <summary>What the group is for, at most 500 characters; null is sent as null, to drop it.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = WhenWritingDefault), JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Description { get; init; }

    // A group is often named after a customer: only whether a value is set is shown.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Name = {Name}, Description = {Description}");
        return true;
    }
}
