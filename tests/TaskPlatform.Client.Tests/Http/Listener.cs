namespace TaskPlatform.Client.Tests.Http;

/// <summary>Hears of progress at once, on the thread that makes it.</summary>
internal sealed class Listener(Action<TransferProgress> hear) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => hear(value);
}
