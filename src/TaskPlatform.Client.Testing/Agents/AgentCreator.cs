using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary><c>POST …/task-agent</c>: a new agent with a first revision, which is live at once.</summary>
internal sealed class AgentCreator(PlatformState state)
{
    public HttpResponseMessage Create(Exchange call)
    {
        Guid project = state.Project(call);
        JsonObject body = call.Body();
        var issues = new IssueList();
        foreach (string key in (ReadOnlySpan<string>)["name", "instruction", "llm_model_id"])
        {
            if (body[key] is null)
            {
                issues.Missing(Location.Body[key]);
            }
        }

        if (body.ContainsKey("active_revision_id"))
        {
            issues.Add(Location.Body["active_revision_id"], "extra_forbidden", "Extra inputs are not permitted", body["active_revision_id"]);
        }

        issues.ThrowIfAny();
        return Answer.Json(HttpStatusCode.Created, AgentSeeder.Add(state, body, project).ToJson());
    }
}
