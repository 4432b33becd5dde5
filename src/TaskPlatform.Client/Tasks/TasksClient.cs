using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

/// <summary>
/// Tasks of one project: make, read and change them, choose their live revisions, run them, read their runs and the files of
/// those. Get it from
/// <see cref="TaskPlatformClient.Tasks"/>. Safe to use from many threads. All operations can be replaced by a mock.
/// </summary>
/// <remarks>
/// Failures are <see cref="TaskPlatformException"/> and its subclasses; the caller's cancellation is
/// <see cref="TaskPlatformCanceledException"/>; mistakes in arguments are <see cref="ArgumentException"/>, thrown before
/// anything is sent.
/// </remarks>
public partial class TasksClient
{
    private readonly ITransport transport;
    private readonly CallDefaults defaults;
    private readonly FallbackRunner fallback;
    private readonly Func<RunCall, bool?, CancellationToken, ValueTask<Answer<TaskRun>>> sendRun;

    internal TasksClient(ITransport transport, CallDefaults defaults, FallbackRunner fallback)
    {
        this.transport = transport;
        this.defaults = defaults;
        this.fallback = fallback;
        sendRun = SendRunAsync;
    }

    /// <summary>For mocks only: the operations of an instance made so must be replaced.</summary>
    protected TasksClient()
        : this(null!, null!, null!)
    {
    }

    /// <summary>
    /// Changes a task (<c>POST …/task/{task_id}</c>). Only the members that are set are sent. Prompts, model, output
    /// format and the like make a new revision, which is not live until it is activated; name, description and the like
    /// change in place.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the update may still be carried out.</param>
    /// <returns>The task after the update and, where one was made, the new revision's id.</returns>
    /// <exception cref="ArgumentException">Nothing is set, or a value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether a revision may exist.</exception>
    public virtual Task<TaskUpdateResult> UpdateAsync(Guid taskId, UpdateTaskRequest request, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(taskId, request, options: null, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(Guid, UpdateTaskRequest, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">What to change.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the update may still be carried out.</param>
    public virtual Task<TaskUpdateResult> UpdateAsync(Guid taskId, UpdateTaskRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(taskId, request, options, cancellationToken);

    /// <summary>Gives one revision all of a task's traffic (<c>active_revisions</c> of <c>POST …/task/{task_id}</c>).</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="revisionId">The revision. One made with <c>test</c> can't be made live.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The task after the change.</returns>
    /// <exception cref="TaskPlatformException">The call failed.</exception>
    public virtual Task<TaskUpdateResult> ActivateRevisionAsync(Guid taskId, Guid revisionId, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(taskId, Live(revisionId), options: null, cancellationToken);

    /// <inheritdoc cref="ActivateRevisionAsync(Guid, Guid, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="revisionId">The revision. One made with <c>test</c> can't be made live.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskUpdateResult> ActivateRevisionAsync(Guid taskId, Guid revisionId, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(taskId, Live(revisionId), options, cancellationToken);

    /// <summary>
    /// Splits a task's traffic between revisions (<c>active_revisions</c> of <c>POST …/task/{task_id}</c>), for A/B
    /// tests and gradual roll-outs. The list replaces the one before it.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="revisions">The revisions and their shares, each from 0 to 1, together 1. Empty: no revision is live.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The task after the change.</returns>
    /// <exception cref="ArgumentException">A share is not from 0 to 1, they don't add up to 1, or a revision is named twice; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed.</exception>
    public virtual Task<TaskUpdateResult> SetTrafficAsync(Guid taskId, IReadOnlyList<ActiveRevision> revisions, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(taskId, Traffic(revisions), options: null, cancellationToken);

    /// <inheritdoc cref="SetTrafficAsync(Guid, IReadOnlyList{ActiveRevision}, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="revisions">The revisions and their shares, each from 0 to 1, together 1. Empty: no revision is live.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskUpdateResult> SetTrafficAsync(Guid taskId, IReadOnlyList<ActiveRevision> revisions, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(taskId, Traffic(revisions), options, cancellationToken);

    private static UpdateTaskRequest Live(Guid revisionId) => new() { ActiveRevisions = [new ActiveRevision(revisionId)] };

    private static UpdateTaskRequest Traffic(IReadOnlyList<ActiveRevision> revisions)
    {
        ArgumentNullException.ThrowIfNull(revisions);
        return new UpdateTaskRequest { ActiveRevisions = OptionalList.From(revisions) };
    }

    private async Task<TaskUpdateResult> UpdateCoreAsync(Guid taskId, UpdateTaskRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        Result(await SendUpdateAsync(taskId, request, options, cancellationToken).ConfigureAwait(false));

    private async ValueTask<Answer<TaskDefinition>> SendUpdateAsync(Guid taskId, UpdateTaskRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        UpdateTaskRequestChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            UpdateTaskRequestChecks.Check(request);
        }

        try
        {
            return await transport.SendAsync(TaskRoutes.Update, new RouteValues(taskId), request, new CallContext(options, taskId), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            fallback.TaskChanged(taskId);
        }
    }

    private static TaskUpdateResult Result(Answer<TaskDefinition> answer) => new()
    {
        Task = answer.Value,
        NewRevisionId = ResponseHeader.FindGuid(answer.Response.Headers, ResponseHeader.NewRevisionId),
        NewRevisionCreated = ResponseHeader.FindBoolean(answer.Response.Headers, ResponseHeader.NewRevisionCreated),
        Response = answer.Response,
    };
}
