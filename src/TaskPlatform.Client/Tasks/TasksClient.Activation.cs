using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>
    /// Changes a task and gives the new revision all traffic: two calls, of which the second names the revision the
    /// first one made (<c>X-New-Revision-ID</c>; without that header, the one revision that must be it).
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="request">What to change: at least one member that makes a revision; not <see cref="UpdateTaskRequest.ActiveRevisions"/>, not <c>Test = true</c>.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The task after the activation, with the new revision's id.</returns>
    /// <exception cref="ArgumentException">The request can't be activated, or breaks a limit; nothing was sent.</exception>
    /// <exception cref="RevisionNotActivatedException">The update succeeded, but its revision is not live. Don't repeat the update.</exception>
    /// <exception cref="TaskPlatformException">The update itself failed.</exception>
    public virtual Task<TaskUpdateResult> UpdateAndActivateAsync(Guid taskId, UpdateTaskRequest request, CancellationToken cancellationToken = default) =>
        UpdateAndActivateCoreAsync(taskId, request, options: null, cancellationToken);

    /// <inheritdoc cref="UpdateAndActivateAsync(Guid, UpdateTaskRequest, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">What to change: at least one member that makes a revision; not <see cref="UpdateTaskRequest.ActiveRevisions"/>, not <c>Test = true</c>.</param>
    /// <param name="options">What both calls do otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public virtual Task<TaskUpdateResult> UpdateAndActivateAsync(Guid taskId, UpdateTaskRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateAndActivateCoreAsync(taskId, request, options, cancellationToken);

    private async Task<TaskUpdateResult> UpdateAndActivateCoreAsync(Guid taskId, UpdateTaskRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        UpdateTaskRequestChecks.RefuseBeforeActivation(request);
        Answer<TaskDefinition> answer = await SendUpdateAsync(taskId, request, options, cancellationToken).ConfigureAwait(false);
        TaskUpdateResult update = Result(answer);
        Guid? revisionId = update.NewRevisionId ?? NewTaskRevision.Find(request, answer.Value, answer.SentAt)?.Id;
        var activation = new RevisionActivation((message, revision, cause) =>
            new RevisionNotActivatedException(message, cause)
            {
                NewRevisionId = revision,
                TaskUpdate = update,
                Facts = new CallFacts { TaskId = taskId, Attempts = answer.Response.Attempts, SentAt = answer.SentAt },
            });
        TaskUpdateResult activated = await activation.RunAsync(
            update.NewRevisionCreated,
            revisionId,
            revision => UpdateCoreAsync(taskId, Live(revision), options, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return activated with { NewRevisionId = revisionId, NewRevisionCreated = update.NewRevisionCreated };
    }
}
