using System.Globalization;
using System.Text;
using TaskPlatform.Client.Comparisons;

namespace TaskPlatform.Client;

/// <summary>What one revision made of all inputs: answers, failures, tokens, credits and time.</summary>
public sealed record RevisionResult
{
    internal RevisionResult(RevisionChoice revision, IReadOnlyList<RunOutcome?> outcomes)
    {
        Revision = revision;
        Outcomes = outcomes;
        Times = RunTimes.Of(outcomes);
    }

    /// <summary>The revision, as it was chosen.</summary>
    public RevisionChoice Revision { get; }

    /// <summary>The id of the revision that answered, as its first run tells it: for one chosen by a tag the way to know which it was. Null when no run tells it.</summary>
    public Guid? RevisionId => Runs.Select(static run => (Guid?)run.RevisionId).FirstOrDefault(static id => id != Guid.Empty);

    /// <summary>One outcome for each input, in the order of the inputs; null for an input that was not started because the comparison was stopped.</summary>
    public IReadOnlyList<RunOutcome?> Outcomes { get; }

    /// <summary>How many inputs were answered with a run that is no error.</summary>
    public int Succeeded => Count(RunOutcomeKind.Succeeded);

    /// <summary>How many runs were made and failed.</summary>
    public int Failed => Count(RunOutcomeKind.Failed);

    /// <summary>How many inputs were surely not run, those not started among them.</summary>
    public int NotRun => Count(RunOutcomeKind.NotRun) + Outcomes.Count(static outcome => outcome is null);

    /// <summary>How many runs may exist without anybody here knowing.</summary>
    public int Unknown => Count(RunOutcomeKind.Unknown);

    /// <summary>Tokens of the prompts and inputs of all answers together.</summary>
    public long InputTokens => Runs.Sum(static run => (long)run.Usage.InputTokens);

    /// <summary>Tokens that all answers took together.</summary>
    public long OutputTokens => Runs.Sum(static run => (long)run.Usage.OutputTokens);

    /// <summary>Credits charged for all runs whose price is told, failed ones too.</summary>
    public decimal Credits => Outcomes.Sum(static outcome => outcome?.Credits ?? 0);

    /// <summary>Half of the answers took no longer, from sending to the last byte, without waits for a turn; null when nothing succeeded.</summary>
    public TimeSpan? MedianTime => Times.Median;

    /// <summary>19 of 20 answers took no longer, measured like <see cref="MedianTime"/>; null when nothing succeeded.</summary>
    public TimeSpan? Percentile95Time => Times.At(0.95);

    private RunTimes Times { get; }

    private IEnumerable<TaskRun> Runs => Outcomes.Where(static outcome => outcome?.Run is not null).Select(static outcome => outcome!.Run!);

    private int Count(RunOutcomeKind kind) => Outcomes.Count(outcome => outcome?.Kind == kind);

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Revision = {Revision}, Succeeded = {Succeeded}, Failed = {Failed}, NotRun = {NotRun}, Unknown = {Unknown}, Credits = {Credits}, MedianTime = {MedianTime}");
        return true;
    }
}
