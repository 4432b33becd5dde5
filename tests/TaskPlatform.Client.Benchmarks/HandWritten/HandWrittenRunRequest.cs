namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The body of a run of one known task.</summary>
internal sealed record HandWrittenRunRequest(HandWrittenInput TaskInput, string? TaskReference = null, IReadOnlyList<HandWrittenFile>? TaskFiles = null);
