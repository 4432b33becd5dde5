using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary><c>GET …/task/{task_id}/run</c>, the newest run first, and <c>GET …/run/{task_run_id}</c>.</summary>
internal sealed class RunReader(PlatformState state)
{
    public HttpResponseMessage Get(Exchange call)
    {
        FakeTask task = state.Task(call);
        Guid id = call.Id("task_run_id");
        FakeRun run = task.RunList.Find(item => item.Id == id) ?? throw Refusal.Text(HttpStatusCode.NotFound, "Task run not found");
        return Answer.Json(HttpStatusCode.OK, run.ToJson());
    }

    public HttpResponseMessage List(Exchange call)
    {
        FakeTask task = state.Task(call);
        var issues = new IssueList();
        IReadOnlyDictionary<string, string> query = call.Query();
        string? status = query.GetValueOrDefault("status");
        if (status is not null)
        {
            FieldRules.Word("success", "error")(JsonValue.Create(status), Location.Query["status"], issues);
        }

        PageRequest page = PageRequest.Read(query, issues);
        issues.ThrowIfAny();
        return page.Of(task.RunList.AsEnumerable().Reverse()
            .Where(run => status is null || run.IsError == (status == "error"))
            .Select(run => run.ToJson()));
    }
}
