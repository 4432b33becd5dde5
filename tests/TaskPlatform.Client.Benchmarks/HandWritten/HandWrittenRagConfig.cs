namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>How a revision looks things up.</summary>
internal sealed record HandWrittenRagConfig
{
    public string? RewriteMode { get; init; }

    public int? CandidateK { get; init; }

    public int? FinalK { get; init; }

    public bool? IncludeSources { get; init; }

    public int? MaxContextTokens { get; init; }

    public int? MaxContextChunks { get; init; }

    public string? ContextInstruction { get; init; }
}
