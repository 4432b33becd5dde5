using System.Globalization;
using System.Text;
using TaskPlatform.Client.Batches;

namespace TaskPlatform.Client;

/// <summary>
/// What became of one input of <see cref="TasksClient.RunManyAsync(Guid, IAsyncEnumerable{RunTaskRequest}, RunManyOptions?, CancellationToken)"/>:
/// a run or an exception, never both, and what a checkpoint of your own needs to know the input by.
/// </summary>
public sealed record RunOutcome
{
    /// <summary>Makes the outcome of an input that was answered; meant for tests.</summary>
    /// <param name="index">The position of the input, from 0.</param>
    /// <param name="reference">The reference of its request, or null.</param>
    /// <param name="run">The run.</param>
    public RunOutcome(long index, string? reference, TaskRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        (Index, Reference, Run) = (index, reference, run);
        Kind = run.IsError ? RunOutcomeKind.Failed : RunOutcomeKind.Succeeded;
    }

    /// <summary>Makes the outcome of an input that was not answered; meant for tests.</summary>
    /// <param name="index">The position of the input, from 0.</param>
    /// <param name="reference">The reference of its request, or null.</param>
    /// <param name="error">Why there is no run.</param>
    public RunOutcome(long index, string? reference, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        (Index, Reference, Error) = (index, reference, error);
        Kind = RunEvidence.KindOf(error);
    }

    /// <summary>The position of the input among all that were given, from 0.</summary>
    public long Index { get; }

    /// <summary>
    /// <see cref="RunTaskRequest.Reference"/> of the input, or the one that the client gave it
    /// (<see cref="TaskPlatformClientOptions.AutoReference"/>); null when it has none.
    /// </summary>
    public string? Reference { get; }

    /// <summary>SHA-256 of the input's JSON in hexadecimal, files and reference left out: tells whether an input is still the same. Null for an outcome you made.</summary>
    public string? Fingerprint { get; internal init; }

    /// <summary>The run; null when there is an <see cref="Error"/>.</summary>
    public TaskRun? Run { get; }

    /// <summary>Why there is no run, the exception that a single run would have thrown; null when there is a <see cref="Run"/>.</summary>
    public Exception? Error { get; }

    /// <summary>What became of it in one word.</summary>
    public RunOutcomeKind Kind { get; }

    /// <summary>Whether there is a run that is no error.</summary>
    public bool IsSuccess => Kind == RunOutcomeKind.Succeeded;

    /// <summary>Whether the run may exist and be charged without anybody here knowing. Look for it before you run the input again.</summary>
    public bool IsUnknown => Kind == RunOutcomeKind.Unknown;

    /// <summary>Whether it is told by the log of an earlier start, which sent the input and did not get to know what became of it; nothing was sent now.</summary>
    public bool IsFromLog { get; internal init; }

    /// <summary>The id of the run, also where an exception tells it; null when it is not known.</summary>
    public Guid? RunId => Run?.Id ?? RunEvidence.RunIdOf(Error);

    /// <summary>Credits that were surely charged, for a failed run and the one before a fallback too; null when none are told.</summary>
    public decimal? Credits => Run is null ? RunEvidence.CreditsOf(Error!) : Run.TotalChargedCredits;

    /// <summary>The same outcome, told of the input at another position.</summary>
    internal RunOutcome At(long index) => Run is null
        ? new RunOutcome(index, Reference, Error!) { Fingerprint = Fingerprint, IsFromLog = IsFromLog }
        : new RunOutcome(index, Reference, Run) { Fingerprint = Fingerprint, IsFromLog = IsFromLog };

    // Inputs, outputs and the caller's own words stay out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Index = {Index}, Kind = {Kind}, RunId = {RunId}, Error = {Error?.GetType().Name}");
        return true;
    }
}
