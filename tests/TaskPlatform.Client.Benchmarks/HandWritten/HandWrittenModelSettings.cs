namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The settings that this one program gives its model.</summary>
internal sealed record HandWrittenModelSettings(double Temperature);
