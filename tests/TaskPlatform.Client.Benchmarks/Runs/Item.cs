namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>One entry of a large answer.</summary>
internal sealed record Item(int Number, string Name, double Score, bool Fits);
