namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The material a revision looks things up in.</summary>
internal sealed record HandWrittenRag
{
    public string? CollectionId { get; init; }

    public HandWrittenRagConfig? RagConfig { get; init; }

    public string? RagParam { get; init; }
}
