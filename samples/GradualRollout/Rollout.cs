using TaskPlatform.Client;

namespace GradualRollout;

/// <summary>
/// Gives a new revision 10, 50 and 100 % of a task's traffic. Before each next step the runs of both revisions are read;
/// once the new one does worse, the old one gets all traffic back.
/// </summary>
internal sealed class Rollout(TasksClient tasks, Guid taskId, Guid stable, Guid candidate)
{
    private const double Tolerance = 0.05;

    private static readonly double[] Shares = [0.1, 0.5, 1];

    /// <param name="traffic">Lets customers use the task for a while.</param>
    /// <returns>Whether the new revision has all traffic now.</returns>
    public async Task<bool> RunAsync(Func<Task> traffic)
    {
        foreach (double share in Shares)
        {
            await tasks.SetTrafficAsync(taskId, share < 1 ? [new(stable, 1 - share), new(candidate, share)] : [new(candidate)]);
            await traffic();

            (Quality before, Quality after) = await MeasureAsync();
            Console.WriteLine($"  {share,5:P0}   stable {before}   candidate {after}");
            if (after.GoodShare < before.GoodShare - Tolerance)
            {
                await tasks.ActivateRevisionAsync(taskId, stable);
                Console.WriteLine("  worse: back to the stable revision");
                return false;
            }
        }

        return true;
    }

    // The order of the list is not promised, so all runs are read. A program that does this often keeps the ids it has counted.
    private async Task<(Quality Before, Quality After)> MeasureAsync()
    {
        var (before, after) = (new Quality(0, 0), new Quality(0, 0));
        await foreach (TaskRun run in tasks.ListRunsAsync(taskId))
        {
            before = run.RevisionId == stable ? before.With(run) : before;
            after = run.RevisionId == candidate ? after.With(run) : after;
        }

        return (before, after);
    }
}
