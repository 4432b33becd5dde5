using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A reporting group to be made (the body of <c>POST …/reporting-groups</c>). What is null is left out.</summary>
public sealed record CreateReportingGroupRequest
{
    /// <summary>What runs give as <see cref="RunTaskRequest.ReportingGroup"/>: 1 to 64 characters, unique in the project.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What the group is for, at most 500 characters.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    // A group is often named after a customer.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"HasDescription = {Description is not null}");
        return true;
    }
}
