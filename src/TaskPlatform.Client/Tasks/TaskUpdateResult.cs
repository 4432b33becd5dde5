namespace TaskPlatform.Client;

/// <summary>What came of updating a task.</summary>
public sealed record TaskUpdateResult
{
    /// <summary>The task as the platform answered: whole, with its revisions.</summary>
    public required TaskDefinition Task { get; init; }

    /// <summary>
    /// The revision the update made (header <c>X-New-Revision-ID</c>); null when it made none, or did not say which.
    /// </summary>
    public Guid? NewRevisionId { get; init; }

    /// <summary>
    /// Whether the update made a revision (header <c>X-New-Revision-created</c>); null when the platform did not say.
    /// </summary>
    public bool? NewRevisionCreated { get; init; }
}
