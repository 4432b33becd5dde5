using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A group under which runs are counted, by customer, feature or experiment, for analytics and billing.</summary>
[JsonConverter(typeof(ReportingGroupConverter))]
public sealed record ReportingGroup
{
    /// <summary>The id; what <see cref="TaskRun.ReportingGroupId"/> names.</summary>
    public Guid Id { get; init; }

    /// <summary>The project that the group belongs to; null when not told.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The name that runs give (<see cref="RunTaskRequest.ReportingGroup"/>): 1 to 64 characters, unique in its project; empty when the answer has none.</summary>
    public string Name
    {
        get => field ?? "";
        init;
    }

    /// <summary>What the group is for, at most 500 characters; null when it has no description.</summary>
    public string? Description { get; init; }

    /// <summary>When the group was made; null when not told.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When the group was last changed; null when not told.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>How the answer came, for a group that was read, made or changed by itself: status, headers, attempts, time. Null in lists and inside a run; never serialized.</summary>
    [JsonIgnore]
    public ResponseMetadata? Response { get; internal set; }

    /// <summary>What the platform says beyond this, and known keys whose value is of a type that does not fit; empty by default.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields
    {
        get => field ?? ReadOnlyDictionary<string, JsonElement>.Empty;
        internal init;
    }

    // A group is often named after a customer.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}");
        return true;
    }
}
