using System.Globalization;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class AgentTests : PageTest
{
    [Fact]
    public async Task An_agent_tells_what_it_does()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        agent.Respond(_ => [FakeAgentEvents.ToolCall("triage"), FakeAgentEvents.Text("It is lost."), FakeAgentEvents.ApprovalRequired("refund", Guid.NewGuid())]);
        var told = new StringBuilder();
        (string? session, TaskAgentRun whole) = await TalkAsync(Client, agent.Id, text => told.Append(CultureInfo.InvariantCulture, $"{text};"));

        told.ToString().Should().Be("calls triage;It is lost.;refund waits for a person;");
        (whole.SessionId, whole.Text).Should().Be((session, "It is lost."));
        Platform.ExecutedAgentRuns.Should().Be(2);
    }

    private static async Task<(string? Session, TaskAgentRun Whole)> TalkAsync(TaskPlatformClient client, Guid agentId, Action<string> write)
    {
        void Write(string text) => write(text);

        // docs: agent-chat
        string? session = null;
        await foreach (TaskAgentEvent happened in client.Agents.RunAsync(agentId, new RunTaskAgentRequest { Message = "A vase arrived in pieces.", SessionId = session }))
        {
            switch (happened)
            {
                case AgentSessionEvent begun: session = begun.SessionId; break;                       // go on with it
                case AgentTextEvent piece: Write(piece.Text); break;
                case AgentToolCallEvent called: Write($"calls {called.Calls[0].Name}"); break;
                case AgentApprovalRequiredEvent waits: Write($"{waits.ToolName} waits for a person"); break;
                case AgentErrorEvent failed: Write($"failed: {failed.ErrorCode}"); break;             // the last event, as AgentDoneEvent is
            }
        }

        TaskAgentRun whole = await client.Agents.RunToEndAsync(agentId, new RunTaskAgentRequest { Message = "And now?", SessionId = session });
        // docs: end
        return (session, whole);
    }
}
