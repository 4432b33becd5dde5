namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The answer of an update, with the same members as <see cref="TaskDefinition"/>.</summary>
internal sealed record HandWrittenTask
{
    public Guid Id { get; init; }

    public Guid ProjectId { get; init; }

    public string? Name { get; init; }

    public bool Enabled { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public DateTimeOffset? Deleted { get; init; }

    public string? AccessToken { get; init; }

    public IReadOnlyList<HandWrittenActiveRevision>? ActiveRevisions { get; init; }

    public string? Description { get; init; }

    public bool Public { get; init; }

    public bool ExposedToAgents { get; init; }

    public bool SharedWithProject { get; init; }

    public string? OutputModality { get; init; }

    public string? TaskRunVisibility { get; init; }

    public IReadOnlyList<HandWrittenRevision>? Revisions { get; init; }

    public Guid? ClonedFromTaskRevisionId { get; init; }

    public IReadOnlyList<HandWrittenTag>? Tags { get; init; }
}
