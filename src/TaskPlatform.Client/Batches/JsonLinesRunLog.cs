using TaskPlatform.Client.Batches;

namespace TaskPlatform.Client;

/// <summary>
/// A file in which many runs are written down, so that after a crash or a stop they go on where they were and no input is
/// run twice: <see cref="RunManyOptions.Log"/>. A line before an input is sent, flushed to the disk, and one with what
/// became of it.
/// </summary>
/// <remarks>
/// At a second start with the same inputs those that succeeded or failed are passed over, those that were surely not run
/// are run, and those whose outcome is missing or unknown are told as unknown outcomes and not run again. An input is
/// known by its index, its reference and a hash of what it says; a changed one is refused. The file holds ids, indexes,
/// references, hashes, credits, and names of exceptions; no input, no output, no secret.
/// </remarks>
public sealed class JsonLinesRunLog : IAsyncDisposable
{
    private readonly RunLogFile file;
    private int used;

    private JsonLinesRunLog(RunLogFile file, RunLogEntries entries)
    {
        this.file = file;
        Entries = entries;
        (Done, Unknown) = (entries.Count(RunOutcomeKind.Succeeded) + entries.Count(RunOutcomeKind.Failed), entries.Count(RunOutcomeKind.Unknown));
    }

    /// <summary>How many inputs earlier starts have done, and the next will pass over; 0 for a new file.</summary>
    public int Done { get; }

    /// <summary>How many inputs earlier starts have sent without getting to know what became of them; 0 for a new file.</summary>
    public int Unknown { get; }

    internal RunLogEntries Entries { get; }

    /// <summary>Opens a log, or begins a new one where there is no file. It serves one enumeration; open it again for the next.</summary>
    /// <param name="path">The file; its folder must exist. No other process can open it until the log is disposed.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The log; dispose it when the enumeration is over.</returns>
    /// <exception cref="IOException">The file can't be opened, as when another process has it open.</exception>
    /// <exception cref="InvalidDataException">A line is damaged. A last line that was cut off by a crash is none: it is taken away.</exception>
    public static async Task<JsonLinesRunLog> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var entries = new RunLogEntries();
        return new JsonLinesRunLog(await RunLogFile.OpenAsync(path, entries, cancellationToken).ConfigureAwait(false), entries);
    }

    /// <summary>Writes down what is still to be written and closes the file.</summary>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    /// <summary>Binds the log to one enumeration of one task.</summary>
    internal async ValueTask<RunLogCharges> BeginAsync(Guid taskId)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new InvalidOperationException("This run log was used already; open it again for another enumeration.");
        }

        if (Entries.TaskId is not { } known)
        {
            await file.WriteAsync(RunLogLine.Head(taskId)).ConfigureAwait(false);
        }
        else if (known != taskId)
        {
            throw new InvalidOperationException($"The run log is one of task {known} and not of {taskId}: begin a new log.");
        }

        return Entries.Charges;
    }

    internal Task WriteAsync(RunLogLine line) => file.WriteAsync(line);
}
