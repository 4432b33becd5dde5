namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>A revision that gets traffic, and its share.</summary>
internal sealed record HandWrittenActiveRevision
{
    public Guid TaskRevisionId { get; init; }

    public double? Weight { get; init; }
}
