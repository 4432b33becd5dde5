using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary><c>GET …/task/{task_id}</c> and <c>GET …/task</c>, the newest task first. Test revisions are shown on request only.</summary>
internal sealed class TaskReader(PlatformState state)
{
    public HttpResponseMessage Get(Exchange call)
    {
        FakeTask task = state.Task(call);
        var issues = new IssueList();
        IReadOnlyDictionary<string, string> query = call.Query();
        bool tests = QueryFields.Flag(query, "include_tests", issues);
        Guid? tag = QueryFields.Id(query, "revision_tag_id", issues);
        issues.ThrowIfAny();
        return Answer.Json(HttpStatusCode.OK, Show(task, tests, tag));
    }

    public HttpResponseMessage List(Exchange call)
    {
        Guid project = state.Project(call);
        var issues = new IssueList();
        IReadOnlyDictionary<string, string> query = call.Query();
        string part = query.GetValueOrDefault("name") ?? "";
        Guid? tag = QueryFields.Id(query, "tag_id", issues);
        bool tests = QueryFields.Flag(query, "include_tests", issues);
        _ = QueryFields.Flag(query, "created_by_me", issues); // all tasks are the one user's
        PageRequest page = PageRequest.Read(query, issues);
        issues.ThrowIfAny();
        return page.Of(state.Tasks.Values
            .Where(task => task.ProjectId == project && Json.Text(task.Root["name"])!.Contains(part, StringComparison.OrdinalIgnoreCase) && Carries(task.Root, tag))
            .OrderByDescending(task => task.Id.ToString(), StringComparer.Ordinal)
            .Select(task => Show(task, tests, revisionTag: null)));
    }

    private static JsonObject Show(FakeTask task, bool tests, Guid? revisionTag)
    {
        JsonObject shown = task.ToJson();
        shown["revisions"] = Json.List(shown["revisions"]!.AsArray()
            .Where(revision => (tests || !Json.Flag(revision!["test"])) && Carries(revision!, revisionTag))
            .Select(revision => revision!.DeepClone()));
        return shown;
    }

    private static bool Carries(JsonNode tagged, Guid? tag) =>
        tag is null || (tagged["tags"] as JsonArray)?.Any(one => Json.Id(one?["id"]) == tag) is true;
}
