namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>A file of a run.</summary>
internal sealed record HandWrittenRunFile
{
    public string? OriginalFilename { get; init; }

    public string? StoredFilename { get; init; }

    public string? ContentType { get; init; }

    public string? DownloadUrl { get; init; }

    public long? SizeBytes { get; init; }
}
