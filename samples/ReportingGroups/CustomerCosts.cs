using TaskPlatform.Client;

namespace ReportingGroups;

/// <summary>What the runs of one reporting group came to.</summary>
internal sealed record CustomerCosts(string Group, int Runs, int Tokens, decimal Credits)
{
    /// <summary>Sums up runs by the group each was booked under; dearest first. A failed first run before a fallback is in a run's total.</summary>
    public static IReadOnlyList<CustomerCosts> Of(IEnumerable<TaskRun> runs) =>
    [
        .. runs.GroupBy(run => run.ReportingGroup?.Name ?? "(none)", StringComparer.Ordinal)
            .Select(group => new CustomerCosts(group.Key, group.Count(), group.Sum(run => run.Usage.TotalTokens), group.Sum(run => run.TotalChargedCredits ?? 0)))
            .OrderByDescending(costs => costs.Credits)
            .ThenBy(costs => costs.Group, StringComparer.Ordinal),
    ];
}
