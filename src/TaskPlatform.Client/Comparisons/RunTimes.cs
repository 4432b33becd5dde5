namespace TaskPlatform.Client.Comparisons;

/// <summary>How long answers took, the shortest first.</summary>
internal sealed class RunTimes
{
    private readonly TimeSpan[] sorted;

    private RunTimes(TimeSpan[] sorted) => this.sorted = sorted;

    internal TimeSpan? Median => sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>Of runs that succeeded the attempt that was answered: waits between attempts say nothing about a revision.</summary>
    internal static RunTimes Of(IReadOnlyList<RunOutcome?> outcomes) => new(
        [.. outcomes.Where(static outcome => outcome is { IsSuccess: true, Run.Response.Attempts.Count: > 0 }).Select(static outcome => outcome!.Run!.Response!.Attempts[^1].Elapsed).Order()]);

    /// <summary>The smallest time that at least this share of the answers did not exceed.</summary>
    internal TimeSpan? At(double share) => sorted.Length == 0 ? null : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
