using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary><c>POST …/task-agent/{task_agent_id}</c>: root keys change in place, revision keys make one new revision, <c>active_revision_id</c> comes alone and makes one live.</summary>
internal sealed class AgentEndpoint(PlatformState state)
{
    public HttpResponseMessage Update(Exchange call)
    {
        FakeTaskAgent agent = state.Agent(call);
        JsonObject update = call.Body();
        AgentRules.Check(update);
        FakeTaskAgentRevision? made = null;
        if (update.ContainsKey("active_revision_id"))
        {
            agent.Active = Revision(agent, Json.Id(update["active_revision_id"]));
        }
        else
        {
            made = Change(agent, update);
        }

        agent.Root["modified"] = state.Clock.Stamp();
        return RevisionHeaders.On(Answer.Json(HttpStatusCode.OK, agent.ToJson()), made?.Id);
    }

    private static FakeTaskAgentRevision? Revision(FakeTaskAgent agent, Guid? id) => id is { } named
        ? agent.RevisionList.Find(revision => revision.Id == named) ?? throw Refusal.NoRevision("TASK_AGENT_REVISION_NOT_FOUND", named)
        : null;

    private FakeTaskAgentRevision? Change(FakeTaskAgent agent, JsonObject update)
    {
        FakeTaskAgentRevision? made = AgentRevisionDocument.IsChangedBy(update)
            ? agent.AddRevision(AgentRevisionDocument.Next(agent.RevisionList[^1].Document, update, state, agent.Id))
            : null;
        foreach (string key in (ReadOnlySpan<string>)["name", "task_agent_run_visibility"])
        {
            // Neither is ever empty in an answer: null leaves them as they are.
            agent.Root[key] = (update[key] ?? agent.Root[key])?.DeepClone();
        }

        return made;
    }
}
