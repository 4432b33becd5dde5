using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.ReportingGroups;

/// <summary>The endpoints of reporting groups, under <c>/org/{org_id}/project/{project_id}/</c>. No other file knows their paths.</summary>
internal static class ReportingGroupRoutes
{
    internal static readonly Route<Nothing, Page<ReportingGroup>> List = new(HttpMethod.Get, "reporting-groups", CallKind.Read, "list_reporting_groups");

    internal static readonly Route<CreateReportingGroupRequest, ReportingGroup> Create = new(HttpMethod.Post, "reporting-groups", CallKind.Update, "create_reporting_group");

    internal static readonly Route<Nothing, ReportingGroup> Get = new(HttpMethod.Get, "reporting-groups/{reporting_group_id}", CallKind.Read, "get_reporting_group");

    internal static readonly Route<UpdateReportingGroupRequest, ReportingGroup> Update = new(HttpMethod.Post, "reporting-groups/{reporting_group_id}", CallKind.Update, "update_reporting_group");

    internal static readonly Route<Nothing, Nothing> Delete = new(HttpMethod.Delete, "reporting-groups/{reporting_group_id}", CallKind.Update, "delete_reporting_group");
}
