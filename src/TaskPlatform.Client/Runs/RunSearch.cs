namespace TaskPlatform.Client.Runs;

/// <summary>Picks the runs of one call out of all runs of a task, by their reference. The platform has no filter for it.</summary>
/// <param name="reference">The reference of the call.</param>
/// <param name="since">When it was sent, by the client's clock.</param>
/// <param name="longestRun">How long after that it may be under way, its upload apart.</param>
/// <param name="givenUp">When the client gave the call up, which is after its upload; null when it does not know.</param>
internal sealed class RunSearch(string reference, DateTimeOffset since, TimeSpan longestRun, DateTimeOffset? givenUp)
{
    // A run that is passed over is paid for twice, so the clocks of client and platform may differ by more than they ever should.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>Goes through all runs, whose order is not promised.</summary>
    internal async Task<FoundRuns> InAsync(IAsyncEnumerable<TaskRun> runs, DateTimeOffset lookedAt)
    {
        var found = new List<TaskRun>();
        var ids = new HashSet<Guid>();
        await foreach (TaskRun run in runs.ConfigureAwait(false))
        {
            // While pages are read new runs push older ones on: a run may come twice.
            if (IsOfCall(run) && (run.Id == Guid.Empty || ids.Add(run.Id)))
            {
                found.Add(run);
            }
        }

        return new FoundRuns { Runs = [.. found.OrderBy(static run => run.Created)], LookedAt = lookedAt, ConclusiveFrom = ConclusiveFrom() };
    }

    private bool IsOfCall(TaskRun run) =>
        string.Equals(run.Reference, reference, StringComparison.Ordinal) && (run.Created == default || run.Created - since >= -ClockDifference);

    private DateTimeOffset ConclusiveFrom()
    {
        DateTimeOffset last = givenUp > since ? givenUp.Value : since;
        return DateTimeOffset.MaxValue - last > longestRun ? last + longestRun : DateTimeOffset.MaxValue;
    }
}
