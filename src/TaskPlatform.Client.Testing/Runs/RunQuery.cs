using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>The query of a run.</summary>
internal sealed record RunQuery(Guid? RevisionId, string? RevisionTag, string? ReportingGroup, bool UseFallbackModel)
{
    public static RunQuery Read(Exchange call, IssueList issues)
    {
        IReadOnlyDictionary<string, string> query = call.Query();
        Guid? revisionId = null;
        if (query.TryGetValue("revision_id", out string? text))
        {
            FieldRules.Id(text, Location.Query["revision_id"], issues);
            revisionId = Json.Id(text);
        }

        string? group = query.GetValueOrDefault("reporting_group");
        if (group is not null)
        {
            FieldRules.Text(64)(group, Location.Query["reporting_group"], issues);
        }

        return new RunQuery(revisionId, query.GetValueOrDefault("revision_tag"), group, Flag(query, "use_fallback_model", issues));
    }

    private static bool Flag(IReadOnlyDictionary<string, string> query, string key, IssueList issues)
    {
        if (!query.TryGetValue(key, out string? text))
        {
            return false;
        }

        if (!bool.TryParse(text, out bool flag))
        {
            issues.Add(Location.Query[key], "bool_parsing", "Input should be a valid boolean, unable to interpret input", JsonValue.Create(text));
        }

        return flag;
    }
}
