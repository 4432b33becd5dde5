namespace TaskPlatform.Client.Tests.Batches;

/// <summary>Does something at once with each report.</summary>
internal sealed class CallbackProgress<T>(Action<T> act) : IProgress<T>
{
    public void Report(T value) => act(value);
}
