using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class AgentRunTests : PageTest
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_waits_for_a_person_goes_on_with_the_next_message()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        agent.Respond(static turn => turn.Turn == 1 ? [FakeAgentEvents.ApprovalRequired("refund", Guid.NewGuid())] : [FakeAgentEvents.Text($"Done: {turn.Message}")]);

        (await ApproveAsync(Client, agent.Id, tool => $"{tool}: approved")).Text.Should().Be("Done: refund: approved");

        Platform.RequestsFor(FakeOperation.RunAgent).Select(request => (string?)request.ReadJson()!["session_id"]).Should().SatisfyRespectively(
            first => first.Should().BeNull(), second => second.Should().NotBeNull());
    }

    [Fact]
    public async Task What_had_come_is_not_lost_when_the_events_break_off()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        agent.Respond(static turn => [FakeAgentEvents.Text(turn.Turn == 1 ? "I am abou" : "It was refunded.")]);
        Platform.EditNext(FakeOperation.RunAgent, CutOff);

        (await TalkAsync(Client, agent.Id, new RunTaskAgentRequest { Message = "Refund it." })).Should().Be("I am abou … It was refunded.");

        Platform.RequestsFor(FakeOperation.RunAgent).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_run_that_failed_says_why_and_what_had_come()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        agent.Respond(static _ => [FakeAgentEvents.Text("Half of it."), FakeAgentEvents.Error("INSUFFICIENT_CREDITS", "text of the platform")]);

        (await TalkAsync(Client, agent.Id, new RunTaskAgentRequest { Message = "Hello" })).Should().Be("INSUFFICIENT_CREDITS: Half of it.");

        Func<Task> run = () => Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Token);
        (await run.Should().ThrowAsync<TaskAgentRunFailedException>()).Which.ToString().Should().NotContain("text of the platform");
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_events_are_read_and_who_leaves_has_run_it_all_the_same()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        IAsyncEnumerable<TaskAgentEvent> events = Client.Agents.RunAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Token);
        Platform.ExecutedAgentRuns.Should().Be(0);

        await foreach (TaskAgentEvent first in events)
        {
            first.Should().BeOfType<AgentSessionEvent>();
            break;
        }

        Platform.ExecutedAgentRuns.Should().Be(1);
        Func<Task> again = async () => await events.GetAsyncEnumerator(Token).MoveNextAsync();
        await again.Should().ThrowAsync<InvalidOperationException>();
        Platform.ExecutedAgentRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_session_stays_with_its_revision()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        TaskAgentRun begun = await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Token);
        TaskAgentUpdateResult changed = await Client.Agents.UpdateAndActivateAsync(agent.Id, new UpdateTaskAgentRequest { Instruction = "Be brief." }, Token);

        Func<Task> other = () => Client.Agents.RunToEndAsync(
            agent.Id, new RunTaskAgentRequest { Message = "And?", SessionId = begun.SessionId, RevisionId = changed.NewRevisionId }, Token);

        (await other.Should().ThrowAsync<TaskPlatformApiException>()).Which.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "And?", SessionId = begun.SessionId }, Token)).Text.Should().Be("You said: And?");
    }

    [Fact]
    public async Task Reads_a_formatted_answer_and_what_it_took()
    {
        FakeTaskAgent agent = Platform.AddAgent("Claims");
        var runId = Guid.NewGuid();
        agent.Respond(_ => [FakeAgentEvents.ToolCall("triage"), FakeAgentEvents.ToolResult("triage", "total", runId), FakeAgentEvents.FormattedOutput("total")]);

        TaskAgentRun run = await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Token);

        (run.FormattedOutput!.Value.GetString(), run.ToolResults[0].TaskRunId, run.Text, run.Usage!.ChargedCredits).Should().Be(("total", runId, "", null));
    }

    private static async Task<TaskAgentRun> ApproveAsync(TaskPlatformClient client, Guid agentId, Func<string?, string> ask)
    {
        // docs: agent-approval
        TaskAgentRun run = await client.Agents.RunToEndAsync(agentId, new RunTaskAgentRequest { Message = "Refund the sender." });
        while (run.ApprovalRequests is [var waits, ..])
        {
            string answer = ask(waits.ToolName);      // a person decides
            run = await client.Agents.RunToEndAsync(agentId, new RunTaskAgentRequest { Message = answer, SessionId = run.SessionId });
        }

        // docs: end
        return run;
    }

    private static async Task<string> TalkAsync(TaskPlatformClient client, Guid agentId, RunTaskAgentRequest request)
    {
        string outcome;

        // docs: agent-broken
        try
        {
            TaskAgentRun run = await client.Agents.RunToEndAsync(agentId, request);
            outcome = run.Text;
        }
        catch (TaskAgentRunFailedException failed) when (failed is { OutcomeUnknown: true, Run.SessionId: not null })
        {
            // The events broke off, and the agent may have gone on: ask in its session, don't send the message again.
            TaskAgentRun after = await client.Agents.RunToEndAsync(agentId, new RunTaskAgentRequest { Message = "What came of it?", SessionId = failed.Run.SessionId });
            outcome = $"{failed.Run.Text} … {after.Text}";
        }
        catch (TaskAgentRunFailedException failed)
        {
            outcome = $"{failed.ErrorCode}: {failed.Run?.Text}";
        }

        // docs: end
        return outcome;
    }

    // As a connection does that is lost before the last event.
    private static void CutOff(HttpResponseMessage answer)
    {
        using var reader = new StreamReader(answer.Content.ReadAsStream(Token));
        string events = reader.ReadToEnd();
        answer.Content = new StringContent(events[..events.LastIndexOf("data:", StringComparison.Ordinal)], System.Text.Encoding.UTF8, "text/event-stream");
    }
}
