namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The body of an update of the few members that this one program changes.</summary>
internal sealed record HandWrittenUpdate(string UserPrompt, string Description, HandWrittenModelSettings LlmConfig, IReadOnlyList<Guid> RevisionTags);
