namespace TaskPlatform.Client.Batches;

/// <summary>What one enumeration writes into its log and reads out of it; nothing at all when there is no log.</summary>
internal sealed class RunJournal(JsonLinesRunLog? log, Guid taskId, TimeProvider time)
{
    internal ValueTask<RunLogCharges> BeginAsync() => log is null ? default : log.BeginAsync(taskId);

    /// <summary>Whether the input is not to be run: done before, or with an outcome that nobody knows.</summary>
    /// <param name="input">The input.</param>
    /// <param name="unknown">The outcome to tell of it; null when it was told before.</param>
    /// <exception cref="InvalidOperationException">The log knows another input under this index.</exception>
    internal bool Find(RunInput input, out RunOutcome? unknown)
    {
        unknown = null;
        if (log is null || log.Entries.Meet(input) is not { } entry)
        {
            return false;
        }

        if (entry.Status is RunOutcomeKind.NotRun)
        {
            return false;
        }

        if (entry.Status is RunOutcomeKind.Unknown)
        {
            unknown = new RunOutcome(input.Index, entry.Reference, Unknown(entry)) { Fingerprint = input.Fingerprint, IsFromLog = true };
        }

        return true;
    }

    internal Task WriteIntentAsync(RunInput input) => log is null ? Task.CompletedTask : log.WriteAsync(RunLogLine.Intent(input, time.GetUtcNow()));

    internal Task WriteOutcomeAsync(RunOutcome outcome) => log is null ? Task.CompletedTask : log.WriteAsync(RunLogLine.Outcome(outcome));

    /// <summary>Fails when the inputs ended before all those that the log knows had come.</summary>
    internal void CheckAllMet() => log?.Entries.CheckAllMet();

    private TaskPlatformException Unknown(RunLogEntry entry) =>
        new("An earlier start sent this input and did not write down what became of it: the run may be stored and charged. Look for it before you run the input again.")
        {
            OutcomeUnknown = true,
            TaskId = taskId,
            Reference = entry.Reference,
            SentAt = entry.SentAt,
            RunId = entry.RunId,
        };
}
