using System.Threading.Channels;

namespace TaskPlatform.Client.Batches;

/// <summary>
/// The file of a run log. Lines that many runs write at the same time go down together: one write, one flush to the disk.
/// </summary>
internal sealed class RunLogFile : IAsyncDisposable
{
    private readonly FileStream stream;
    private readonly Channel<Line> lines = Channel.CreateUnbounded<Line>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task writing;

    private RunLogFile(FileStream stream)
    {
        this.stream = stream;
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Opens or makes the file, for this process alone, and reads what stands in it.</summary>
    internal static async Task<RunLogFile> OpenAsync(string path, RunLogEntries entries, CancellationToken cancellationToken)
    {
        FileStream file = Open(path);
        try
        {
            await RunLogReader.ReadAsync(file, path, entries, cancellationToken).ConfigureAwait(false);
            return new RunLogFile(file);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Completes when the line is on the disk.</summary>
    internal Task WriteAsync(RunLogLine line)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return lines.Writer.TryWrite(new Line(line.ToBytes(), written))
            ? written.Task
            : Task.FromException(new ObjectDisposedException(nameof(JsonLinesRunLog)));
    }

    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writing.ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure.GetType() == typeof(IOException))
        {
            throw new IOException("The run log can't be opened; if another process has it open, wait until that one is done: two would run inputs twice. The inner exception says more.", failure);
        }
    }

    private async Task WriteAllAsync()
    {
        List<Line> together = [];
        Exception? broken = null;
        while (await lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (lines.Reader.TryRead(out Line? line))
            {
                together.Add(line);
            }

            broken ??= await WriteAsync(together).ConfigureAwait(false);
            foreach (Line line in together)
            {
                _ = broken is null ? line.Written.TrySetResult() : line.Written.TrySetException(broken);
            }

            together.Clear();
        }
    }

    // After a failure nobody knows how much of the last line is there: nothing is written behind it.
    private async Task<Exception?> WriteAsync(List<Line> together)
    {
        try
        {
            foreach (Line line in together)
            {
                await stream.WriteAsync(line.Bytes).ConfigureAwait(false);
            }

            stream.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private sealed class Line(ReadOnlyMemory<byte> bytes, TaskCompletionSource written)
    {
        internal ReadOnlyMemory<byte> Bytes => bytes;

        internal TaskCompletionSource Written => written;
    }
}
