namespace TaskPlatform.Client.Tests.Batches;

/// <summary>Keeps what it is told, in its order.</summary>
internal sealed class ProgressList<T> : IProgress<T>
{
    private readonly List<T> reports = [];

    internal IReadOnlyList<T> Reports => reports;

    public void Report(T value) => reports.Add(value);
}
