using TaskPlatform.Client.Calls;
using TaskPlatform.Client.ReportingGroups;

namespace TaskPlatform.Client;

public partial class ReportingGroupsClient
{
    /// <summary>Makes a reporting group (<c>POST …/reporting-groups</c>). A plan of the platform has room for 10, 20 or 50 of them.</summary>
    /// <param name="request">The group.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the group may still be made.</param>
    /// <returns>The group with its id.</returns>
    /// <exception cref="ArgumentException">A value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the group may exist.</exception>
    public virtual Task<ReportingGroup> CreateAsync(CreateReportingGroupRequest request, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(request, options: null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(CreateReportingGroupRequest, CancellationToken)"/>
    /// <param name="request">The group.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the group may still be made.</param>
    public virtual Task<ReportingGroup> CreateAsync(CreateReportingGroupRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(request, options, cancellationToken);

    /// <summary>Changes a reporting group (<c>POST …/reporting-groups/{reporting_group_id}</c>). Only the members that are set are sent.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the change may still be made.</param>
    /// <returns>The group after the change.</returns>
    /// <exception cref="ArgumentException">Nothing is set, or a value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the change may be made.</exception>
    public virtual Task<ReportingGroup> UpdateAsync(Guid groupId, UpdateReportingGroupRequest request, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(groupId, request, options: null, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(Guid, UpdateReportingGroupRequest, CancellationToken)"/>
    /// <param name="groupId">The group.</param>
    /// <param name="request">What to change.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the change may still be made.</param>
    public virtual Task<ReportingGroup> UpdateAsync(Guid groupId, UpdateReportingGroupRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(groupId, request, options, cancellationToken);

    /// <summary>Deletes a reporting group (<c>DELETE …/reporting-groups/{reporting_group_id}</c>). What becomes of the counts of its runs is not documented.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the group may still be deleted.</param>
    /// <exception cref="TaskPlatformNotFoundException">There is no such group in the project.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the group may be gone.</exception>
    public virtual Task DeleteAsync(Guid groupId, CancellationToken cancellationToken = default) =>
        DeleteCoreAsync(groupId, options: null, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(Guid, CancellationToken)"/>
    /// <param name="groupId">The group.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the group may still be deleted.</param>
    public virtual Task DeleteAsync(Guid groupId, RequestOptions options, CancellationToken cancellationToken = default) =>
        DeleteCoreAsync(groupId, options, cancellationToken);

    private async Task<ReportingGroup> CreateCoreAsync(CreateReportingGroupRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (defaults.ValidateRequests)
        {
            ReportingGroupChecks.Check(request);
        }

        return Result(await transport.SendAsync(ReportingGroupRoutes.Create, default, request, new CallContext(options), cancellationToken).ConfigureAwait(false));
    }

    private async Task<ReportingGroup> UpdateCoreAsync(Guid groupId, UpdateReportingGroupRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ReportingGroupChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            ReportingGroupChecks.Check(request);
        }

        return Result(await transport.SendAsync(ReportingGroupRoutes.Update, new RouteValues(groupId), request, new CallContext(options), cancellationToken).ConfigureAwait(false));
    }

    private async Task DeleteCoreAsync(Guid groupId, RequestOptions? options, CancellationToken cancellationToken) =>
        await transport.SendAsync(ReportingGroupRoutes.Delete, new RouteValues(groupId), default, new CallContext(options), cancellationToken).ConfigureAwait(false);
}
