using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>What came of updating a task agent.</summary>
public sealed record TaskAgentUpdateResult
{
    /// <summary>The agent as the platform answered: whole, with its revisions.</summary>
    public required TaskAgent Agent { get; init; }

    /// <summary>
    /// The revision the update made (header <c>X-New-Revision-ID</c>); null when it made none, or did not say which.
    /// </summary>
    public Guid? NewRevisionId { get; init; }

    /// <summary>
    /// Whether the update made a revision (header <c>X-New-Revision-created</c>); null when the platform did not say.
    /// </summary>
    public bool? NewRevisionCreated { get; init; }

    /// <summary>How the answer came: status, headers, attempts, time. Null where the result was made without HTTP, as in tests; never serialized.</summary>
    [JsonIgnore]
    public ResponseMetadata? Response { get; init; }
}
