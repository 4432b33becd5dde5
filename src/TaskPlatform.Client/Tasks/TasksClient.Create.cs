using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>
    /// Makes a task with its first revision (<c>POST …/task</c>). That revision is live at once, unlike every later one.
    /// </summary>
    /// <remarks>
    /// It is sent again only when it surely was not carried out. After an unknown outcome look for the name in
    /// <see cref="ListAsync(ListTasksRequest, CancellationToken)"/>: names are unique in a project.
    /// </remarks>
    /// <param name="request">The task.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the task may still be made.</param>
    /// <returns>The task, its id and its first revision among the rest.</returns>
    /// <exception cref="ArgumentException">A value breaks a rule of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformValidationException">The platform refuses the task; a name that is taken has the reason <c>duplicate_task_name</c>.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the task may exist.</exception>
    public virtual Task<TaskDefinition> CreateAsync(CreateTaskRequest request, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(request, options: null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(CreateTaskRequest, CancellationToken)"/>
    /// <param name="request">The task.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the task may still be made.</param>
    public virtual Task<TaskDefinition> CreateAsync(CreateTaskRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(request, options, cancellationToken);

    private async Task<TaskDefinition> CreateCoreAsync(CreateTaskRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CreateTaskRequestChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            CreateTaskRequestChecks.Check(request);
        }

        Answer<TaskDefinition> answer = await transport.SendAsync(TaskRoutes.Create, default, request, new CallContext(options), cancellationToken).ConfigureAwait(false);
        answer.Value.Response = answer.Response;
        return answer.Value;
    }
}
