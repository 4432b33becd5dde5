using System.Runtime.CompilerServices;
using System.Text;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>Reads a run again (<c>GET …/task/{task_id}/run/{task_run_id}</c>). One that failed is returned like any other.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="runId">The run: <see cref="TaskRun.Id"/>, or <see cref="TaskPlatformException.RunId"/> of a lost answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The run, its output read by modality.</returns>
    /// <exception cref="TaskPlatformNotFoundException">The task has no such run, or the caller may not see it.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<TaskRun> GetRunAsync(Guid taskId, Guid runId, CancellationToken cancellationToken = default) =>
        GetRunCoreAsync(taskId, runId, options: null, cancellationToken);

    /// <inheritdoc cref="GetRunAsync(Guid, Guid, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="runId">The run: <see cref="TaskRun.Id"/>, or <see cref="TaskPlatformException.RunId"/> of a lost answer.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskRun> GetRunAsync(Guid taskId, Guid runId, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetRunCoreAsync(taskId, runId, options, cancellationToken);

    /// <summary>
    /// Lists the runs of a task (<c>GET …/task/{task_id}/run</c>), page after page, each asked for when it is needed. The order
    /// is the platform's and not promised; what is added meanwhile may be missed. Who sees all runs says the task's
    /// <see cref="TaskDefinition.TaskRunVisibility"/>.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Which runs; null is all of them.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    /// <returns>The runs, failed ones included. Nothing is sent before the first is asked for; to go through them again asks again.</returns>
    /// <exception cref="ArgumentException">The page limit is not from 1 to 100; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help, or the platform's list does not come to an end; thrown while going through the runs.</exception>
    public virtual IAsyncEnumerable<TaskRun> ListRunsAsync(Guid taskId, ListRunsRequest? request = null, CancellationToken cancellationToken = default) =>
        ListRunsCoreAsync(taskId, request, options: null, cancellationToken);

    /// <inheritdoc cref="ListRunsAsync(Guid, ListRunsRequest, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Which runs; null is all of them.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    public virtual IAsyncEnumerable<TaskRun> ListRunsAsync(Guid taskId, ListRunsRequest? request, RequestOptions options, CancellationToken cancellationToken = default) =>
        ListRunsCoreAsync(taskId, request, options, cancellationToken);

    /// <summary>
    /// Looks for what became of a run whose outcome is unknown: reads all runs of the task
    /// (<c>GET …/task/{task_id}/run</c>) and gives those with its reference. Charges nothing.
    /// </summary>
    /// <remarks>
    /// None found proves nothing before <see cref="TaskPlatformTimeoutOptions.Run"/> has passed since the call's last attempt,
    /// for the run may be under way: <see cref="FoundRuns.MayStillAppear"/> says so. Runs the caller may not see
    /// (<see cref="TaskDefinition.TaskRunVisibility"/>) are not found either.
    /// </remarks>
    /// <param name="taskId">The task.</param>
    /// <param name="reference">The reference of the call: <see cref="TaskPlatformException.Reference"/>.</param>
    /// <param name="since">When the call was sent: <see cref="TaskPlatformException.SentAt"/>. Runs more than five minutes older, as far as clocks may differ, belong to an earlier use of the reference.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>All runs found, those of a fallback too; or none, and up to when was looked.</returns>
    /// <exception cref="ArgumentException">The reference is empty; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">Not all runs could be read, so nothing is known.</exception>
    public virtual Task<FoundRuns> FindRunsByReferenceAsync(Guid taskId, string reference, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        FindRunsCoreAsync(taskId, reference, since, options: null, cancellationToken);

    /// <inheritdoc cref="FindRunsByReferenceAsync(Guid, string, DateTimeOffset, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="reference">The reference of the call: <see cref="TaskPlatformException.Reference"/>.</param>
    /// <param name="since">When the call was sent: <see cref="TaskPlatformException.SentAt"/>. Runs more than five minutes older, as far as clocks may differ, belong to an earlier use of the reference.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public virtual Task<FoundRuns> FindRunsByReferenceAsync(Guid taskId, string reference, DateTimeOffset since, RequestOptions options, CancellationToken cancellationToken = default) =>
        FindRunsCoreAsync(taskId, reference, since, options, cancellationToken);

    private async Task<TaskRun> GetRunCoreAsync(Guid taskId, Guid runId, RequestOptions? options, CancellationToken cancellationToken)
    {
        Answer<TaskRun> answer = await transport.GetAsync(TaskRoutes.GetRun, new RouteValues(taskId, runId), new CallContext(options, taskId) { RunId = runId }, cancellationToken).ConfigureAwait(false);
        answer.Value.Response = answer.Response;
        return answer.Value;
    }

    private IAsyncEnumerable<TaskRun> ListRunsCoreAsync(Guid taskId, ListRunsRequest? request, RequestOptions? options, CancellationToken cancellationToken)
    {
        string filters = new StringBuilder().Query("status", request?.IsError switch { true => "error", false => "success", null => (string?)null }).ToString();
        IAsyncEnumerable<TaskRun> runs = RunPagesAsync(taskId, new PageQuery(filters, request?.PageLimit, defaults.ValidateRequests), new CallContext(options, taskId), cancellationToken);
        return request?.IsError is { } isError ? OnlyAsync(runs, isError, cancellationToken) : runs;
    }

    private async Task<FoundRuns> FindRunsCoreAsync(Guid taskId, string reference, DateTimeOffset since, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        DateTimeOffset lookedAt = defaults.Time.GetUtcNow();
        var search = new RunSearch(reference, since, defaults.LongestRun, defaults.Lost.EndOf(reference));
        var all = new PageQuery("", pageLimit: null, validate: false);
        return await search.InAsync(RunPagesAsync(taskId, all, new CallContext(options, taskId, reference), cancellationToken), lookedAt).ConfigureAwait(false);
    }

    private IAsyncEnumerable<TaskRun> RunPagesAsync(Guid taskId, PageQuery query, CallContext call, CancellationToken cancellationToken) =>
        Paging.ListAsync(transport, TaskRoutes.ListRuns, new RouteValues(taskId), query, call, cancellationToken);

    private static async IAsyncEnumerable<TaskRun> OnlyAsync(IAsyncEnumerable<TaskRun> runs, bool isError, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TaskRun run in runs.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (run.IsError == isError)
            {
                yield return run;
            }
        }
    }
}
