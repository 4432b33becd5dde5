using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Agents;

/// <summary><c>POST …/task-agent/{task_agent_id}/run</c>: opens or goes on in a session and tells what the agent does, one event at a time.</summary>
internal sealed class AgentRunEndpoint(PlatformState state)
{
    public HttpResponseMessage Run(Exchange call)
    {
        FakeTaskAgent agent;
        FakeAgentTurn turn;
        lock (state.Gate)
        {
            agent = state.Agent(call);
            turn = Begin(agent, call);
        }

        // Outside the lock: this is the test's own code, and it may call the platform.
        IReadOnlyList<JsonObject> events = [.. agent.Script(turn)];

        lock (state.Gate)
        {
            state.ExecutedAgentRuns++;
        }

        return Tell(turn, events, agent.PieceSize);
    }

    private FakeAgentTurn Begin(FakeTaskAgent agent, Exchange call)
    {
        JsonObject body = call.Body();
        string? message = Json.Text(body["message"]);
        if (message is null)
        {
            var issues = new IssueList();
            issues.Missing(Location.Body["message"]);
            issues.ThrowIfAny();
        }

        Guid? asked = call.Query().TryGetValue("revision_id", out string? text) ? Guid.TryParse(text, out Guid given) ? given : throw Refusal.MalformedId("revision_id", text) : null;
        string? id = Json.Text(body["session_id"]);
        if (id is null)
        {
            id = state.Ids.Next().ToString();
            agent.Sessions[id] = new AgentSession(Choose(agent, asked));
        }

        if (!agent.Sessions.TryGetValue(id, out AgentSession? session))
        {
            throw Refusal.Text(HttpStatusCode.NotFound, "Session not found");
        }

        if (asked is { } revision && revision != session.RevisionId)
        {
            throw Refusal.Because(HttpStatusCode.Conflict, "SESSION_REVISION_MISMATCH", "The session belongs to another revision.");
        }

        session.Turns++;
        return new FakeAgentTurn(message!, id, session.RevisionId, session.Turns);
    }

    private static Guid Choose(FakeTaskAgent agent, Guid? asked) => asked is { } named
        ? agent.RevisionList.Find(revision => revision.Id == named)?.Id ?? throw Refusal.NoRevision("TASK_AGENT_REVISION_NOT_FOUND", named)
        : agent.Active?.Id ?? throw Refusal.Because(HttpStatusCode.BadRequest, "NO_ACTIVE_REVISION", "The agent has no active revision.");

    private static HttpResponseMessage Tell(FakeAgentTurn turn, IReadOnlyList<JsonObject> events, int pieceSize)
    {
        JsonObject session = new() { ["event_type"] = "session_id", ["metadata"] = new JsonObject { ["session_id"] = turn.SessionId } };
        bool ends = events.Count > 0 && Json.Text(events[^1]["event_type"]) is "done" or "error";
        byte[][] pieces = [.. events.Prepend(session).Concat(ends ? [] : [FakeAgentEvents.Done()]).Select(static told => (byte[])[.. "data: "u8, .. Json.Write(told), .. "\n\n"u8])];
        var content = new StreamContent(new PieceStream(pieces, pieceSize));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
