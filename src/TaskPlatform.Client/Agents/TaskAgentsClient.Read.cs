using System.Text;
using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client;

public partial class TaskAgentsClient
{
    /// <summary>Makes an agent and a first revision, which is live at once (<c>POST …/task-agent</c>). Never repeated unless it surely was not carried out.</summary>
    /// <param name="request">The agent.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the agent may still be made.</param>
    /// <returns>The agent as it stands.</returns>
    /// <exception cref="ArgumentException">A value is missing or breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the agent may exist.</exception>
    public virtual Task<TaskAgent> CreateAsync(CreateTaskAgentRequest request, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(request, options: null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(CreateTaskAgentRequest, CancellationToken)"/>
    /// <param name="request">The agent.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the agent may still be made.</param>
    public virtual Task<TaskAgent> CreateAsync(CreateTaskAgentRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(request, options, cancellationToken);

    /// <summary>Reads an agent with its revisions (<c>GET …/task-agent/{task_agent_id}</c>).</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The agent as it stands.</returns>
    /// <exception cref="TaskPlatformNotFoundException">There is no such agent in the project.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<TaskAgent> GetAsync(Guid agentId, CancellationToken cancellationToken = default) =>
        GetCoreAsync(agentId, options: null, cancellationToken);

    /// <inheritdoc cref="GetAsync(Guid, CancellationToken)"/>
    /// <param name="agentId">The agent.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TaskAgent> GetAsync(Guid agentId, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetCoreAsync(agentId, options, cancellationToken);

    /// <summary>
    /// Lists the project's agents (<c>GET …/task-agent</c>), page after page, each asked for when it is needed. The order
    /// is the platform's and not promised; what is added or removed meanwhile may be missed.
    /// </summary>
    /// <param name="request">How they are listed; null is the platform's way.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    /// <returns>The agents. Nothing is sent before the first is asked for; to go through them again asks again.</returns>
    /// <exception cref="ArgumentException">The page limit is not from 1 to 100; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help, or the platform's list does not come to an end; thrown while going through the agents.</exception>
    public virtual IAsyncEnumerable<TaskAgent> ListAsync(ListTaskAgentsRequest? request = null, CancellationToken cancellationToken = default) =>
        ListCoreAsync(request, options: null, cancellationToken);

    /// <inheritdoc cref="ListAsync(ListTaskAgentsRequest, CancellationToken)"/>
    /// <param name="request">How they are listed; null is the platform's way.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    public virtual IAsyncEnumerable<TaskAgent> ListAsync(ListTaskAgentsRequest? request, RequestOptions options, CancellationToken cancellationToken = default) =>
        ListCoreAsync(request, options, cancellationToken);

    private async Task<TaskAgent> CreateCoreAsync(CreateTaskAgentRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        CreateTaskAgentRequestChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            CreateTaskAgentRequestChecks.Check(request);
        }

        return Told(await transport.SendAsync(TaskAgentRoutes.Create, default, request, new CallContext(options), cancellationToken).ConfigureAwait(false));
    }

    private async Task<TaskAgent> GetCoreAsync(Guid agentId, RequestOptions? options, CancellationToken cancellationToken) =>
        Told(await transport.GetAsync(TaskAgentRoutes.Get, new RouteValues(agentId), new CallContext(options), cancellationToken).ConfigureAwait(false));

    private IAsyncEnumerable<TaskAgent> ListCoreAsync(ListTaskAgentsRequest? request, RequestOptions? options, CancellationToken cancellationToken)
    {
        string filters = new StringBuilder().Query("seven_day_summary", request?.SevenDaySummary).ToString();
        return Paging.ListAsync(transport, TaskAgentRoutes.List, default, new PageQuery(filters, request?.PageLimit, defaults.ValidateRequests), new CallContext(options), cancellationToken);
    }

    private static TaskAgent Told(Answer<TaskAgent> answer)
    {
        answer.Value.Response = answer.Response;
        return answer.Value;
    }
}
