using System.Text;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>Reads a task with its revisions (<c>GET …/task/{task_id}</c>), without test revisions.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The task as it stands.</returns>
    /// <exception cref="TaskPlatformNotFoundException">There is no such task in the project.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<TaskDefinition> GetAsync(Guid taskId, CancellationToken cancellationToken = default) =>
        GetCoreAsync(taskId, new GetTaskRequest(), options: null, cancellationToken);

    /// <inheritdoc cref="GetAsync(Guid, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskDefinition> GetAsync(Guid taskId, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetCoreAsync(taskId, new GetTaskRequest(), options, cancellationToken);

    /// <summary>Reads a task with some of its revisions, or with test revisions too (<c>GET …/task/{task_id}</c>).</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Which revisions to show.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The task as it stands.</returns>
    /// <exception cref="TaskPlatformNotFoundException">There is no such task in the project.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<TaskDefinition> GetAsync(Guid taskId, GetTaskRequest request, CancellationToken cancellationToken = default) =>
        GetCoreAsync(taskId, request, options: null, cancellationToken);

    /// <inheritdoc cref="GetAsync(Guid, GetTaskRequest, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Which revisions to show.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskDefinition> GetAsync(Guid taskId, GetTaskRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetCoreAsync(taskId, request, options, cancellationToken);

    /// <summary>
    /// Lists the project's tasks (<c>GET …/task</c>), page after page, each asked for when it is needed. The order is the
    /// platform's and not promised; what is added or removed meanwhile may be missed.
    /// </summary>
    /// <param name="request">Which tasks; null is all of them.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    /// <returns>The tasks. Nothing is sent before the first is asked for; to go through them again asks again.</returns>
    /// <exception cref="ArgumentException">The page limit is not from 1 to 100; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help, or the platform's list does not come to an end; thrown while going through the tasks.</exception>
    public virtual IAsyncEnumerable<TaskDefinition> ListAsync(ListTasksRequest? request = null, CancellationToken cancellationToken = default) =>
        ListCoreAsync(request, options: null, cancellationToken);

    /// <inheritdoc cref="ListAsync(ListTasksRequest, CancellationToken)"/>
    /// <param name="request">Which tasks; null is all of them.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    public virtual IAsyncEnumerable<TaskDefinition> ListAsync(ListTasksRequest? request, RequestOptions options, CancellationToken cancellationToken = default) =>
        ListCoreAsync(request, options, cancellationToken);

    private async Task<TaskDefinition> GetCoreAsync(Guid taskId, GetTaskRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string query = new StringBuilder().Query("include_tests", request.IncludeTests).Query("revision_tag_id", request.RevisionTagId).ToString();
        Answer<TaskDefinition> answer = await transport.GetAsync(TaskRoutes.Get, new RouteValues(taskId, Query: query), new CallContext(options, taskId), cancellationToken).ConfigureAwait(false);
        answer.Value.Response = answer.Response;
        return answer.Value;
    }

    private IAsyncEnumerable<TaskDefinition> ListCoreAsync(ListTasksRequest? request, RequestOptions? options, CancellationToken cancellationToken)
    {
        string filters = new StringBuilder()
            .Query("name", request?.Name)
            .Query("tag_id", request?.TagId)
            .Query("created_by_me", request?.CreatedByMe)
            .Query("include_tests", request?.IncludeTests)
            .ToString();
        return Paging.ListAsync(transport, TaskRoutes.List, default, new PageQuery(filters, request?.PageLimit, defaults.ValidateRequests), new CallContext(options), cancellationToken);
    }
}
