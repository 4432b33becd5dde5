using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>The query of a run.</summary>
internal sealed record RunQuery(Guid? RevisionId, string? RevisionTag, string? ReportingGroup, bool UseFallbackModel)
{
    public static RunQuery Read(Exchange call, IssueList issues)
    {
        IReadOnlyDictionary<string, string> query = call.Query();
        string? group = query.GetValueOrDefault("reporting_group");
        if (group is not null)
        {
            FieldRules.Text(64)(group, Location.Query["reporting_group"], issues);
        }

        return new RunQuery(QueryFields.Id(query, "revision_id", issues), query.GetValueOrDefault("revision_tag"), group, QueryFields.Flag(query, "use_fallback_model", issues));
    }
}
