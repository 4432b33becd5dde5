namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>What the task with the large JSON answer gives.</summary>
internal sealed record ItemList(IReadOnlyList<Item> Items);
