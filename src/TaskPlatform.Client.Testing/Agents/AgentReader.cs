using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary><c>GET …/task-agent/{task_agent_id}</c> and <c>GET …/task-agent</c>, the newest agent first.</summary>
internal sealed class AgentReader(PlatformState state)
{
    public HttpResponseMessage Get(Exchange call) => Answer.Json(HttpStatusCode.OK, state.Agent(call).ToJson());

    public HttpResponseMessage List(Exchange call)
    {
        Guid project = state.Project(call);
        var issues = new IssueList();
        IReadOnlyDictionary<string, string> query = call.Query();
        bool summary = QueryFields.Flag(query, "seven_day_summary", issues);
        PageRequest page = PageRequest.Read(query, issues);
        issues.ThrowIfAny();
        return page.Of(state.Agents.Values
            .Where(agent => agent.ProjectId == project)
            .OrderByDescending(agent => agent.Id.ToString(), StringComparer.Ordinal)
            .Select(agent => Show(agent, summary)));
    }

    private static JsonObject Show(FakeTaskAgent agent, bool summary)
    {
        JsonObject shown = agent.ToJson();
        if (summary)
        {
            int runs = agent.Sessions.Values.Sum(session => session.Turns);
            shown["seven_day_summary"] = new JsonObject { ["run_count"] = runs, ["average_charged_credits"] = "0.00", ["average_duration_ms"] = 0 };
        }

        return shown;
    }
}
