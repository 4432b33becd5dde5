namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The variables of that task's prompt.</summary>
internal sealed record HandWrittenInput(string Text, string Language);
