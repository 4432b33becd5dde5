using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client;

/// <summary>
/// Task agents of one project: make and change them, choose their live revision, talk to them. Get it from
/// <see cref="TaskPlatformClient.Agents"/>. Safe to use from many threads. All operations can be replaced by a mock.
/// </summary>
/// <remarks>
/// Failures are <see cref="TaskPlatformException"/> and its subclasses; the caller's cancellation is
/// <see cref="TaskPlatformCanceledException"/>; mistakes in arguments are <see cref="ArgumentException"/>, thrown before
/// anything is sent.
/// </remarks>
public partial class TaskAgentsClient
{
    private readonly ITransport transport;
    private readonly CallDefaults defaults;

    internal TaskAgentsClient(ITransport transport, CallDefaults defaults)
    {
        this.transport = transport;
        this.defaults = defaults;
    }

    /// <summary>For mocks only: the operations of an instance made so must be replaced.</summary>
    protected TaskAgentsClient()
        : this(null!, null!)
    {
    }

    /// <summary>
    /// Changes a task agent (<c>POST …/task-agent/{task_agent_id}</c>). Only the members that are set are sent; lists
    /// are replaced whole. Everything but name and visibility makes a new revision, which is not live until it is
    /// activated.
    /// </summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What to change. <see cref="UpdateTaskAgentRequest.ActiveRevisionId"/> travels alone.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the update may still be carried out.</param>
    /// <returns>The agent after the update and, where one was made, the new revision's id.</returns>
    /// <exception cref="ArgumentException">Nothing is set, activation is not alone, or a value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether a revision may exist.</exception>
    public virtual Task<TaskAgentUpdateResult> UpdateAsync(Guid agentId, UpdateTaskAgentRequest request, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(agentId, request, options: null, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(Guid, UpdateTaskAgentRequest, CancellationToken)"/>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What to change. <see cref="UpdateTaskAgentRequest.ActiveRevisionId"/> travels alone.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the update may still be carried out.</param>
    public virtual Task<TaskAgentUpdateResult> UpdateAsync(Guid agentId, UpdateTaskAgentRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(agentId, request, options, cancellationToken);

    /// <summary>Makes one revision of an agent the live one (<c>active_revision_id</c> of <c>POST …/task-agent/{task_agent_id}</c>).</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="revisionId">The revision.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The agent after the change.</returns>
    /// <exception cref="TaskPlatformException">The call failed.</exception>
    public virtual Task<TaskAgentUpdateResult> ActivateRevisionAsync(Guid agentId, Guid revisionId, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(agentId, Live(revisionId), options: null, cancellationToken);

    /// <inheritdoc cref="ActivateRevisionAsync(Guid, Guid, CancellationToken)"/>
    /// <param name="agentId">The agent.</param>
    /// <param name="revisionId">The revision.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskAgentUpdateResult> ActivateRevisionAsync(Guid agentId, Guid revisionId, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(agentId, Live(revisionId), options, cancellationToken);

    /// <summary>Changes an agent and makes the new revision the live one: two calls, of which the second names the revision the first one made.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What to change: at least one member that makes a revision; not <see cref="UpdateTaskAgentRequest.ActiveRevisionId"/>.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The agent after the activation, with the new revision's id.</returns>
    /// <exception cref="ArgumentException">The request can't be activated, or breaks a limit; nothing was sent.</exception>
    /// <exception cref="RevisionNotActivatedException">The update succeeded, but its revision is not live. Don't repeat the update.</exception>
    /// <exception cref="TaskPlatformException">The update itself failed.</exception>
    public virtual Task<TaskAgentUpdateResult> UpdateAndActivateAsync(Guid agentId, UpdateTaskAgentRequest request, CancellationToken cancellationToken = default) =>
        UpdateAndActivateCoreAsync(agentId, request, options: null, cancellationToken);

    /// <inheritdoc cref="UpdateAndActivateAsync(Guid, UpdateTaskAgentRequest, CancellationToken)"/>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What to change: at least one member that makes a revision; not <see cref="UpdateTaskAgentRequest.ActiveRevisionId"/>.</param>
    /// <param name="options">What both calls do otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public virtual Task<TaskAgentUpdateResult> UpdateAndActivateAsync(Guid agentId, UpdateTaskAgentRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateAndActivateCoreAsync(agentId, request, options, cancellationToken);

    private static UpdateTaskAgentRequest Live(Guid revisionId) => new() { ActiveRevisionId = revisionId };

    private async Task<TaskAgentUpdateResult> UpdateCoreAsync(Guid agentId, UpdateTaskAgentRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        Result(await SendUpdateAsync(agentId, request, options, cancellationToken).ConfigureAwait(false));

    private ValueTask<Answer<TaskAgent>> SendUpdateAsync(Guid agentId, UpdateTaskAgentRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        UpdateTaskAgentRequestChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            UpdateTaskAgentRequestChecks.Check(request);
        }

        return transport.SendAsync(TaskAgentRoutes.Update, new RouteValues(agentId), request, new CallContext(options), cancellationToken);
    }

    private static TaskAgentUpdateResult Result(Answer<TaskAgent> answer) => new()
    {
        Agent = answer.Value,
        NewRevisionId = ResponseHeader.FindGuid(answer.Response.Headers, ResponseHeader.NewRevisionId),
        NewRevisionCreated = ResponseHeader.FindBoolean(answer.Response.Headers, ResponseHeader.NewRevisionCreated),
        Response = answer.Response,
    };

    private async Task<TaskAgentUpdateResult> UpdateAndActivateCoreAsync(Guid agentId, UpdateTaskAgentRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        UpdateTaskAgentRequestChecks.RefuseBeforeActivation(request);
        Answer<TaskAgent> answer = await SendUpdateAsync(agentId, request, options, cancellationToken).ConfigureAwait(false);
        TaskAgentUpdateResult update = Result(answer);
        Guid? revisionId = update.NewRevisionId ?? NewTaskAgentRevision.Find(request, answer.Value, answer.SentAt)?.Id;
        var activation = new RevisionActivation((message, revision, cause) =>
            new RevisionNotActivatedException(message, cause)
            {
                NewRevisionId = revision,
                AgentUpdate = update,
                Facts = new CallFacts { Attempts = answer.Response.Attempts, SentAt = answer.SentAt },
            });
        TaskAgentUpdateResult activated = await activation.RunAsync(
            update.NewRevisionCreated,
            revisionId,
            revision => UpdateCoreAsync(agentId, Live(revision), options, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return activated with { NewRevisionId = revisionId, NewRevisionCreated = update.NewRevisionCreated };
    }
}
