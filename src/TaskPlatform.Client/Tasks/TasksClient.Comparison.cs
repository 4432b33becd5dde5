using TaskPlatform.Client.Comparisons;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>
    /// Runs every input on every revision (<c>POST …/task/{task_id}/run</c> with <c>revision_id</c> or <c>revision_tag</c>)
    /// and puts answers, failures, tokens, credits and times side by side. Nothing of it touches the task's traffic.
    /// </summary>
    /// <remarks>
    /// The client asks no fallback model, since that one's answer says nothing about a revision; the platform may do so by
    /// itself, and <see cref="TaskRun.Fallback"/> tells. Refusals are waited for as in
    /// <see cref="RunManyAsync(Guid, IAsyncEnumerable{RunTaskRequest}, RunManyOptions?, CancellationToken)"/>.
    /// </remarks>
    /// <param name="taskId">The task.</param>
    /// <param name="inputs">The inputs; none names a revision or holds a file made from a stream.</param>
    /// <param name="revisions">The revisions, by id or by tag: <c>[before, RevisionChoice.ByTag("candidate")]</c>.</param>
    /// <param name="options">How many runs at once, the ceiling, progress; null takes the defaults.</param>
    /// <param name="cancellationToken">Starts nothing more; what was sent finishes and is told to <see cref="CompareRevisionsOptions.Progress"/>.</param>
    /// <returns>The comparison. One that a ceiling stopped says so and holds what there was.</returns>
    /// <exception cref="ArgumentException">A revision is named twice, an input can't be compared, or an option is out of its limits; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the last run had ended.</exception>
    public virtual Task<RevisionComparison> CompareRevisionsAsync(
        Guid taskId, IReadOnlyList<RunTaskRequest> inputs, IReadOnlyList<RevisionChoice> revisions, CompareRevisionsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(revisions);
        RevisionRuns.Check(inputs, revisions);
        CompareRevisionsOptions chosen = options ?? new CompareRevisionsOptions();
        var runs = new RevisionRuns(inputs, revisions, chosen);
        return runs.ReadAsync(RunManyAsync(taskId, runs.Requests(), chosen.ForRuns(), cancellationToken));
    }
}
