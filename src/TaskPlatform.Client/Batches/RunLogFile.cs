using System.Text.Json;
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
            await CutTornLineAsync(file, cancellationToken).ConfigureAwait(false);
            await ReadAsync(file, path, entries, cancellationToken).ConfigureAwait(false);
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

    // A process that died while it wrote leaves a last line without an end. Nothing was sent on the strength of it.
    private static async Task CutTornLineAsync(FileStream file, CancellationToken cancellationToken)
    {
        byte[] one = new byte[1];
        for (long end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            await file.ReadExactlyAsync(one, cancellationToken).ConfigureAwait(false);
            if (one[0] == (byte)'\n')
            {
                file.SetLength(end);
                return;
            }
        }

        file.SetLength(0);
    }

    private static async Task ReadAsync(FileStream file, string path, RunLogEntries entries, CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        int number = 0;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } text)
        {
            number++;
            try
            {
                entries.Add(RunLogLine.Parse(text));
            }
            catch (Exception damage) when (damage is JsonException or FormatException)
            {
                throw new InvalidDataException($"Line {number} of {Path.GetFileName(path)} can't be read, so nobody can say which inputs were run: mend it, or begin a new log. {damage.Message}", damage);
            }
        }

        entries.Close();
        file.Position = file.Length;
    }

    private async Task WriteAllAsync()
    {
        List<Line> together = [];
        Exception? broken = null;
        while (await lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (lines.Reader.TryRead(out Line line))
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

    private readonly record struct Line(ReadOnlyMemory<byte> Bytes, TaskCompletionSource Written);
}
