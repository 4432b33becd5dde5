namespace TaskPlatform.Client.Runs;

/// <summary>What a function of the caller opens.</summary>
internal sealed class OpenerFile(string fileName, Func<CancellationToken, ValueTask<Stream>> open, long? length) : TaskFile(fileName)
{
    internal override long? Length => length;

    internal override bool CanReopen => true;

    internal override async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        await open(cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException("The function given to TaskFile.FromOpener returned null instead of a stream.");
}
