using System.Text;
using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client;

public partial class TaskAgentsClient
{
    /// <summary>
    /// Runs an agent and tells what it does as it happens (<c>POST …/task-agent/{task_agent_id}/run</c>). Nothing is sent
    /// before the events are read, and they can be read once: reading them again would be another run, charged again.
    /// </summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What is said to it, and the session to go on in.</param>
    /// <param name="cancellationToken">Cancels the reading. The run itself may go on and be charged.</param>
    /// <returns>The events; the last one is <see cref="AgentDoneEvent"/> or <see cref="AgentErrorEvent"/>.</returns>
    /// <remarks>The wait for the first event, and for each later one, is limited by <see cref="TaskPlatformTimeoutOptions.Run"/>: a tool may be silent for minutes.</remarks>
    /// <exception cref="ArgumentException">A value breaks a limit; nothing was sent.</exception>
    /// <exception cref="TaskAgentRunFailedException">The events broke off or ended without a last one; the exception has what had come.</exception>
    /// <exception cref="TaskPlatformException">The platform refused the call; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the agent may have run.</exception>
    public virtual IAsyncEnumerable<TaskAgentEvent> RunAsync(Guid agentId, RunTaskAgentRequest request, CancellationToken cancellationToken = default) =>
        RunCore(agentId, request, options: null, new TaskAgentRunCollector(agentId), cancellationToken);

    /// <inheritdoc cref="RunAsync(Guid, RunTaskAgentRequest, CancellationToken)"/>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What is said to it, and the session to go on in.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the reading. The run itself may go on and be charged.</param>
    public virtual IAsyncEnumerable<TaskAgentEvent> RunAsync(Guid agentId, RunTaskAgentRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        RunCore(agentId, request, options, new TaskAgentRunCollector(agentId), cancellationToken);

    /// <summary>Runs an agent and waits until it is done (<c>POST …/task-agent/{task_agent_id}/run</c>).</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What is said to it, and the session to go on in.</param>
    /// <param name="cancellationToken">Cancels the reading. The run itself may go on and be charged.</param>
    /// <returns>What the agent said and did. Where it waits for an approval, <see cref="TaskAgentRun.ApprovalRequests"/> says so.</returns>
    /// <exception cref="ArgumentException">A value breaks a limit; nothing was sent.</exception>
    /// <exception cref="TaskAgentRunFailedException">The run failed, or its events broke off; the exception has what had come.</exception>
    /// <exception cref="TaskPlatformException">The platform refused the call; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the agent may have run.</exception>
    public virtual Task<TaskAgentRun> RunToEndAsync(Guid agentId, RunTaskAgentRequest request, CancellationToken cancellationToken = default) =>
        RunToEndCoreAsync(agentId, request, options: null, cancellationToken);

    /// <inheritdoc cref="RunToEndAsync(Guid, RunTaskAgentRequest, CancellationToken)"/>
    /// <param name="agentId">The agent.</param>
    /// <param name="request">What is said to it, and the session to go on in.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the reading. The run itself may go on and be charged.</param>
    public virtual Task<TaskAgentRun> RunToEndAsync(Guid agentId, RunTaskAgentRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        RunToEndCoreAsync(agentId, request, options, cancellationToken);

    private async Task<TaskAgentRun> RunToEndCoreAsync(Guid agentId, RunTaskAgentRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var collector = new TaskAgentRunCollector(agentId);
        await foreach (TaskAgentEvent _ in RunCore(agentId, request, options, collector, cancellationToken).ConfigureAwait(false))
        {
            // The collector keeps what comes.
        }

        return collector.Finish();
    }

    private AgentEventSequence RunCore(Guid agentId, RunTaskAgentRequest request, RequestOptions? options, TaskAgentRunCollector collector, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunTaskAgentRequestChecks.Refuse(request);
        return new AgentEventSequence(AgentEventReading.ReadAsync(token => OpenRunAsync(agentId, request, options, token), collector, cancellationToken));
    }

    private ValueTask<EventAnswer> OpenRunAsync(Guid agentId, RunTaskAgentRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        string query = new StringBuilder().Query("revision_id", request.RevisionId).ToString();
        return transport.OpenEventsAsync(TaskAgentRoutes.Run, new RouteValues(agentId, Query: query), request, new CallContext(options), cancellationToken);
    }
}
