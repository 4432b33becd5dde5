namespace TaskPlatform.Client.Runs;

/// <summary>Bytes in memory.</summary>
internal sealed class BytesFile(string fileName, ReadOnlyMemory<byte> content) : TaskFile(fileName)
{
    internal override long? Length => content.Length;

    internal override bool CanReopen => true;

    internal override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => new(new MemoryReader(content));
}
