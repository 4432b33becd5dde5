namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The group a run is counted in.</summary>
internal sealed record HandWrittenReportingGroup
{
    public Guid Id { get; init; }

    public Guid ProjectId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset? Modified { get; init; }
}
