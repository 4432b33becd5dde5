using TaskPlatform.Client.Calls;
using TaskPlatform.Client.ReportingGroups;

namespace TaskPlatform.Client;

/// <summary>
/// Reporting groups of one project: the names under which runs are counted, by customer, feature or experiment, for
/// analytics and billing. A run names its group by <see cref="RunTaskRequest.ReportingGroup"/>, or a client for all its runs
/// by <see cref="TaskPlatformClientOptions.ReportingGroup"/>. Get it from <see cref="TaskPlatformClient.ReportingGroups"/>.
/// Safe to use from many threads. All operations can be replaced by a mock.
/// </summary>
/// <remarks>
/// Failures are <see cref="TaskPlatformException"/> and its subclasses; the caller's cancellation is
/// <see cref="TaskPlatformCanceledException"/>; mistakes in arguments are <see cref="ArgumentException"/>, thrown before
/// anything is sent.
/// </remarks>
public partial class ReportingGroupsClient
{
    private readonly ITransport transport;
    private readonly CallDefaults defaults;

    internal ReportingGroupsClient(ITransport transport, CallDefaults defaults)
    {
        this.transport = transport;
        this.defaults = defaults;
    }

    /// <summary>For mocks only: the operations of an instance made so must be replaced.</summary>
    protected ReportingGroupsClient()
        : this(null!, null!)
    {
    }

    /// <summary>Lists the project's reporting groups (<c>GET …/reporting-groups</c>), the newest first, page after page, each asked for when it is needed.</summary>
    /// <param name="cancellationToken">Cancels the list.</param>
    /// <returns>The groups. Nothing is sent before the first is asked for; to go through them again asks again.</returns>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help, or the platform's list does not come to an end; thrown while going through the groups.</exception>
    public virtual IAsyncEnumerable<ReportingGroup> ListAsync(CancellationToken cancellationToken = default) =>
        ListCoreAsync(options: null, cancellationToken);

    /// <inheritdoc cref="ListAsync(CancellationToken)"/>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    public virtual IAsyncEnumerable<ReportingGroup> ListAsync(RequestOptions options, CancellationToken cancellationToken = default) =>
        ListCoreAsync(options, cancellationToken);

    /// <summary>Looks for a reporting group by its name: the list is read until it is found (<c>GET …/reporting-groups</c>).</summary>
    /// <param name="name">The whole name; upper and lower case differ.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The group, or null when there is none of that name.</returns>
    /// <exception cref="ArgumentException">The name is empty; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help.</exception>
    public virtual Task<ReportingGroup?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindCoreAsync(name, options: null, cancellationToken);

    /// <inheritdoc cref="FindByNameAsync(string, CancellationToken)"/>
    /// <param name="name">The whole name; upper and lower case differ.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public virtual Task<ReportingGroup?> FindByNameAsync(string name, RequestOptions options, CancellationToken cancellationToken = default) =>
        FindCoreAsync(name, options, cancellationToken);

    /// <summary>Reads a reporting group (<c>GET …/reporting-groups/{reporting_group_id}</c>).</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The group as it stands.</returns>
    /// <exception cref="TaskPlatformNotFoundException">There is no such group in the project.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<ReportingGroup> GetAsync(Guid groupId, CancellationToken cancellationToken = default) =>
        GetCoreAsync(groupId, options: null, cancellationToken);

    /// <inheritdoc cref="GetAsync(Guid, CancellationToken)"/>
    /// <param name="groupId">The group.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ReportingGroup> GetAsync(Guid groupId, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetCoreAsync(groupId, options, cancellationToken);

    private IAsyncEnumerable<ReportingGroup> ListCoreAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        Paging.ListAsync(transport, ReportingGroupRoutes.List, default, new PageQuery("", pageLimit: null, defaults.ValidateRequests), new CallContext(options), cancellationToken);

    private async Task<ReportingGroup?> FindCoreAsync(string name, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        await foreach (ReportingGroup group in ListCoreAsync(options, cancellationToken).ConfigureAwait(false))
        {
            if (group.Name == name)
            {
                return group;
            }
        }

        return null;
    }

    private async Task<ReportingGroup> GetCoreAsync(Guid groupId, RequestOptions? options, CancellationToken cancellationToken) =>
        Result(await transport.GetAsync(ReportingGroupRoutes.Get, new RouteValues(groupId), new CallContext(options), cancellationToken).ConfigureAwait(false));

    private static ReportingGroup Result(Answer<ReportingGroup> answer)
    {
        answer.Value.Response = answer.Response;
        return answer.Value;
    }
}
