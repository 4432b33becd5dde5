using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Batches;

/// <summary>What earlier starts wrote into a log, by the index of the input. An input that was met is forgotten.</summary>
internal sealed class RunLogEntries
{
    private readonly Dictionary<long, RunLogEntry> entries = [];

    /// <summary>The task of the log; null as long as it is new.</summary>
    internal Guid? TaskId { get; private set; }

    internal RunLogCharges Charges { get; private set; }

    internal int Count(RunOutcomeKind status) => entries.Values.Count(entry => entry.Status == status);

    /// <summary>Takes in the next line.</summary>
    /// <exception cref="FormatException">It can't stand there.</exception>
    internal void Add(RunLogLine line)
    {
        switch (line)
        {
            case { TaskId: { } taskId } when TaskId is null:
                TaskId = taskId;
                break;
            case { Fingerprint: { } fingerprint, Index: { } index } when TaskId is not null && (!IsClosed(index) || IsSentAgain(line, index)):
                entries[index] = new RunLogEntry(line.Reference, fingerprint, line.SentAt);
                break;
            case { Status: { } status, Index: { } index } when entries.TryGetValue(index, out RunLogEntry? entry) && !entry.HasOutcome:
                (entry.Status, entry.HasOutcome, entry.RunId) = (status, true, line.RunId);
                Charges = Charges.With(line.Credits, line.RunsWithoutPrice);
                break;
            default:
                throw new FormatException("The line does not fit those before it.");
        }
    }

    /// <summary>Counts the inputs whose outcome is missing, once all lines are read.</summary>
    internal void Close()
    {
        foreach (RunLogEntry entry in entries.Values)
        {
            Charges = entry.HasOutcome ? Charges : Charges.With(credits: null, withoutPrice: 1);
        }
    }

    /// <summary>The entry of an input, or null when the log does not know it.</summary>
    internal RunLogEntry? Meet(RunInput input)
    {
        if (!entries.Remove(input.Index, out RunLogEntry? entry))
        {
            return null;
        }

        return entry.Fingerprint == input.Fingerprint && IsSame(entry.Reference, input)
            ? entry
            : throw new InvalidOperationException(
                $"Input {input.Index} is not the one that the run log knows under this index: its {(entry.Fingerprint == input.Fingerprint ? "reference" : "content")} has changed. Go on with the inputs of the first start, in their order, or begin a new log.");
    }

    internal void CheckAllMet()
    {
        if (entries.Count > 0)
        {
            throw new InvalidOperationException(
                $"The inputs ended, and the run log knows {entries.Count} more, the first of them at index {entries.Keys.Min()}. Go on with the inputs of the first start, or begin a new log.");
        }
    }

    // One that the client gave is another at every start, and none when it gives none any more.
    private static bool IsSame(string? known, RunInput input) =>
        known == input.Reference || (!input.HasOwnReference && (known is null || AutoReference.IsOne(known)));

    // After a refusal, and the wait it asked for, the same input is sent once more.
    private bool IsSentAgain(RunLogLine line, long index) =>
        entries.TryGetValue(index, out RunLogEntry? entry) && !entry.HasOutcome && entry.Reference == line.Reference && entry.Fingerprint == line.Fingerprint;

    // What was surely not run may be sent again; anything else is never sent twice.
    private bool IsClosed(long index) => entries.TryGetValue(index, out RunLogEntry? entry) && entry.Status != RunOutcomeKind.NotRun;
}
