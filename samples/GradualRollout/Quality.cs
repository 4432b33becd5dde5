using TaskPlatform.Client;

namespace GradualRollout;

/// <summary>How many runs of a revision gave an answer that is good enough: no error, and short enough for a text message.</summary>
internal sealed record Quality(int Runs, int Good)
{
    private const int Longest = 160;

    /// <summary>1 while there are no runs: nothing speaks against the revision.</summary>
    public double GoodShare => Runs == 0 ? 1 : (double)Good / Runs;

    public Quality With(TaskRun run) => new(Runs + 1, Good + (run is { IsError: false, Output: TextOutput { Text.Length: > 0 and <= Longest } } ? 1 : 0));

    public override string ToString() => $"{Good,3} of {Runs,3} good";
}
