namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>A tag of a task or a revision.</summary>
internal sealed record HandWrittenTag
{
    public Guid Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public Guid? ParentId { get; init; }

    public string? EntityType { get; init; }

    public Guid? ProjectId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public IReadOnlyList<HandWrittenTag>? Children { get; init; }

    public bool? IsProjectTag { get; init; }

    public bool? IsGlobalTag { get; init; }

    public IReadOnlyList<string>? TaggedEntities { get; init; }
}
