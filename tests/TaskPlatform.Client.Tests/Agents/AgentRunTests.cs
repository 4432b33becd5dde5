using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Fuzz;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

/// <summary>Runs of an agent over a real socket: what the platform gets, what the caller gets, and what is never done twice.</summary>
public sealed class AgentRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_what_is_said_and_tells_what_is_done()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        connected.Agent.Respond(static turn =>
        [
            FakeAgentEvents.ToolCall("triage", new JsonObject { ["carrier"] = "Greyline" }),
            FakeAgentEvents.ToolResult("triage", "total"),
            FakeAgentEvents.Text("It is "),
            FakeAgentEvents.Text("lost."),
            FakeAgentEvents.FormattedOutput(new JsonObject { ["refund"] = true }),
        ]);
        Guid revision = connected.Agent.Revisions[0].Id;

        TaskAgentRun run = await connected.Client.Agents.RunToEndAsync(
            connected.Agent.Id, new RunTaskAgentRequest { Message = "A vase", RevisionId = revision, AdditionalFields = new JsonObject { ["files"] = null } }, Cancellation);

        FakeRequest sent = connected.Platform.RequestsFor(FakeOperation.RunAgent).Should().ContainSingle().Subject;
        sent.Text.Should().Be("""{"message":"A vase","files":null}""");
        sent.Query.Should().Be($"?revision_id={revision}");
        sent.Headers["Accept"].Should().Be("text/event-stream");
        (run.AgentId, run.Text, run.FormattedOutput!.Value.GetRawText(), run.EventCount).Should().Be((connected.Agent.Id, "It is lost.", """{"refund":true}""", 7));
        run.ToolCalls.Should().ContainSingle().Which.Name.Should().Be("triage");
        run.ToolResults.Should().ContainSingle().Which.Result.GetString().Should().Be("total");
        run.End.Should().BeOfType<AgentDoneEvent>();
        run.Response!.StatusCode.Should().Be(HttpStatusCode.OK);
        connected.Platform.ExecutedAgentRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_session_goes_on_and_stays_with_its_revision()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        connected.Agent.Respond(static turn => [FakeAgentEvents.Text($"{turn.Turn}")]);
        TaskAgentRun first = await connected.Client.Agents.RunToEndAsync(connected.Agent.Id, new RunTaskAgentRequest { Message = "one" }, Cancellation);

        TaskAgentRun second = await connected.Client.Agents.RunToEndAsync(connected.Agent.Id, new RunTaskAgentRequest { Message = "two", SessionId = first.SessionId }, Cancellation);
        TaskAgentUpdateResult other = await connected.Client.Agents.UpdateAsync(connected.Agent.Id, new UpdateTaskAgentRequest { MaxTurns = 5 }, Cancellation);
        Func<Task> elsewhere = () => connected.Client.Agents.RunToEndAsync(
            connected.Agent.Id, new RunTaskAgentRequest { Message = "three", SessionId = first.SessionId, RevisionId = other.NewRevisionId }, Cancellation);

        (second.SessionId, second.Text).Should().Be((first.SessionId, "2"));
        connected.Platform.RequestsFor(FakeOperation.RunAgent)[1].Text.Should().Be($$"""{"message":"two","session_id":"{{first.SessionId}}"}""");
        (await elsewhere.Should().ThrowAsync<TaskPlatformApiException>()).Which.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Events_come_as_they_happen()
    {
        using var platform = new FakeTaskPlatform();
        FakeTaskAgent agent = platform.AddAgent("Planner");
        using TaskPlatformClient client = platform.CreateClient();
        List<string> order = [];
        agent.Respond(_ => [FakeAgentEvents.Text("a"), FakeAgentEvents.Text("b")]);

        await foreach (TaskAgentEvent told in client.Agents.RunAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation))
        {
            order.Add(told.EventType.Value);
        }

        order.Should().Equal("session_id", "text", "text", "done");
    }

    [Fact]
    public async Task A_failed_run_keeps_what_had_come()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        connected.Agent.Respond(static _ => [FakeAgentEvents.Text("half"), FakeAgentEvents.Error("INSUFFICIENT_CREDITS", "Not enough credits, m4rk3r.")]);

        TaskAgentRunFailedException failure = (await FluentActions.Awaiting(() => connected.Client.Agents.RunToEndAsync(
            connected.Agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation)).Should().ThrowAsync<TaskAgentRunFailedException>()).Which;

        (failure.ErrorCode, failure.OutcomeUnknown, failure.Run!.Text, failure.AgentId).Should().Be(("INSUFFICIENT_CREDITS", false, "half", connected.Agent.Id));
        ((AgentErrorEvent)failure.Run.End!).ErrorMessage.Should().Contain("m4rk3r");
        failure.ToString().Should().Contain("INSUFFICIENT_CREDITS").And.NotContain("m4rk3r");
    }

    [Fact]
    public async Task An_approval_ends_the_run_and_its_session_goes_on()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        var request = Guid.NewGuid();
        connected.Agent.Respond(turn => turn.Turn == 1 ? [FakeAgentEvents.ApprovalRequired("refund", request)] : [FakeAgentEvents.Text("Refunded.")]);

        TaskAgentRun waits = await connected.Client.Agents.RunToEndAsync(connected.Agent.Id, new RunTaskAgentRequest { Message = "Refund it" }, Cancellation);
        TaskAgentRun after = await connected.Client.Agents.RunToEndAsync(connected.Agent.Id, new RunTaskAgentRequest { Message = "Yes", SessionId = waits.SessionId }, Cancellation);

        AgentApprovalRequiredEvent approval = waits.ApprovalRequests.Should().ContainSingle().Subject;
        (approval.ToolName, approval.ApprovalRequestId).Should().Be(("refund", request.ToString()));
        after.Text.Should().Be("Refunded.");
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_events_are_read_and_they_are_read_once()
    {
        using var platform = new FakeTaskPlatform();
        FakeTaskAgent agent = platform.AddAgent("Planner");
        using TaskPlatformClient client = platform.CreateClient();

        IAsyncEnumerable<TaskAgentEvent> events = client.Agents.RunAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation);
        platform.Requests.Should().BeEmpty();
        (await AgentStreams.ReadAsync(events)).Failure.Should().BeNull();
        (await AgentStreams.ReadAsync(events)).Failure.Should().BeOfType<InvalidOperationException>();

        platform.ExecutedAgentRuns.Should().Be(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 2, 1, false)]
    [InlineData(HttpStatusCode.InternalServerError, 1, 0, true)]
    [InlineData(HttpStatusCode.BadGateway, 1, 0, true)]
    [InlineData(HttpStatusCode.NotFound, 1, 0, false)]
    public async Task Is_repeated_only_on_evidence(HttpStatusCode status, int requests, int executed, bool unknown)
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        connected.Platform.RespondNext(FakeOperation.RunAgent, status);

        Exception? failure = (await AgentStreams.ReadAsync(connected.Client.Agents.RunAsync(connected.Agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation))).Failure;

        connected.Platform.RequestsFor(FakeOperation.RunAgent).Should().HaveCount(requests);
        connected.Platform.ExecutedAgentRuns.Should().Be(executed);
        ((failure as TaskPlatformException)?.OutcomeUnknown ?? false).Should().Be(unknown);
        (failure is null).Should().Be(executed == 1);
    }

    [Fact]
    public async Task Silence_is_limited_by_the_limit_of_runs_each_time_anew()
    {
        var clock = new ManualTimeProvider();
        using var handler = new AnsweringHandler(_ => AgentStreams.Answer(new StuckStream("data: {\"event_type\":\"session_id\",\"metadata\":{\"session_id\":\"s-1\"}}\n\n"u8.ToArray())));
        using TaskPlatformClient client = AgentStreams.Client(handler, options => options.TimeProvider = clock);

        await using IAsyncEnumerator<TaskAgentEvent> events = client.Agents.RunAsync(AgentStreams.AgentId, new RunTaskAgentRequest { Message = "Hello" }, Cancellation).GetAsyncEnumerator(Cancellation);
        (await events.MoveNextAsync()).Should().BeTrue();
        clock.Advance(TimeSpan.FromHours(1)); // the caller takes its time: that is no silence of the platform's
        Task<bool> next = events.MoveNextAsync().AsTask();
        await Eventually.HoldsAsync(() => clock.PendingTimers > 0, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(14.9));
        next.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromMinutes(0.2));

        TaskAgentRunFailedException failure = (await FluentActions.Awaiting(() => next).Should().ThrowAsync<TaskAgentRunFailedException>()).Which;
        failure.InnerException.Should().BeOfType<TaskPlatformTimeoutException>().Which.Limit.Should().Be(TimeLimit.Run);
        (failure.OutcomeUnknown, failure.Run!.SessionId).Should().Be((true, "s-1"));
    }

    [Fact]
    public async Task A_caller_who_cancels_keeps_the_session()
    {
        using var source = new CancellationTokenSource();
        using var handler = new AnsweringHandler(_ => AgentStreams.Answer(new StuckStream("data: {\"event_type\":\"session_id\",\"metadata\":{\"session_id\":\"s-1\"}}\n\n"u8.ToArray())));
        using TaskPlatformClient client = AgentStreams.Client(handler);

        await using IAsyncEnumerator<TaskAgentEvent> events = client.Agents.RunAsync(AgentStreams.AgentId, new RunTaskAgentRequest { Message = "Hello" }, source.Token).GetAsyncEnumerator(Cancellation);
        (await events.MoveNextAsync()).Should().BeTrue();
        Task<bool> next = events.MoveNextAsync().AsTask();
        await source.CancelAsync();

        TaskPlatformCanceledException canceled = (await FluentActions.Awaiting(() => next).Should().ThrowAsync<TaskPlatformCanceledException>()).Which;
        canceled.OutcomeUnknown.Should().BeTrue();
        canceled.InnerException.Should().BeOfType<TaskAgentRunFailedException>().Which.Run!.SessionId.Should().Be("s-1");
    }

    [Fact]
    public async Task An_answer_that_is_no_stream_is_kept()
    {
        using var handler = new AnsweringHandler(_ => AgentStreams.Answer(new MemoryStream("<html>hello"u8.ToArray()), "text/html"));
        using TaskPlatformClient client = AgentStreams.Client(handler);

        Exception? failure = (await AgentStreams.ReadAsync(client.Agents.RunAsync(AgentStreams.AgentId, new RunTaskAgentRequest { Message = "Hello" }, Cancellation))).Failure;

        TaskPlatformSerializationException unreadable = failure.Should().BeOfType<TaskPlatformSerializationException>().Subject;
        (unreadable.OutcomeUnknown, System.Text.Encoding.UTF8.GetString(unreadable.Body.Span)).Should().Be((true, "<html>hello"));
        unreadable.Message.Should().NotContain("hello");
    }

    [Fact]
    public void What_can_never_be_sent_is_refused_at_once()
    {
        using var platform = new FakeTaskPlatform();
        using TaskPlatformClient client = platform.CreateClient();

        FluentActions.Invoking(() => client.Agents.RunAsync(Guid.NewGuid(), null!, Cancellation)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => client.Agents.RunAsync(Guid.NewGuid(), new RunTaskAgentRequest { Message = null! }, Cancellation)).Should().Throw<ArgumentException>().WithMessage("Message is null*");
        FluentActions.Invoking(() => client.Agents.RunAsync(
            Guid.NewGuid(), new RunTaskAgentRequest { Message = "a", AdditionalFields = new JsonObject { ["session_id"] = "x" } }, Cancellation)).Should().Throw<ArgumentException>().WithMessage("*session_id*");
    }
}
