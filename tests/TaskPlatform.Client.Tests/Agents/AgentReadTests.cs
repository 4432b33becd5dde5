using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

/// <summary>Agents are made, read and listed over a real socket.</summary>
public sealed class AgentReadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_an_agent_that_is_live_at_once()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        Guid model = connected.Platform.ModelId;

        TaskAgent made = await connected.Client.Agents.CreateAsync(
            new CreateTaskAgentRequest { Name = "Claims", Instruction = "Grade it.", LlmModelId = model, TaskTools = [new TaskToolInput { TaskId = connected.Task.Id }], MaxTurns = 5 }, Cancellation);

        connected.Platform.RequestsFor(FakeOperation.CreateAgent).Should().ContainSingle().Which.Text.Should().Be(
            $$"""{"name":"Claims","instruction":"Grade it.","llm_model_id":"{{model}}","task_tools":[{"task_id":"{{connected.Task.Id}}"}],"max_turns":5}""");
        (made.Name, made.ActiveRevision!.Id, made.Response!.StatusCode).Should().Be(("Claims", made.Revisions[0].Id, HttpStatusCode.Created));
        (await connected.Client.Agents.RunToEndAsync(made.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation)).Text.Should().Contain("Hello");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, 1, true)]
    [InlineData(HttpStatusCode.TooManyRequests, 2, false)]
    public async Task An_agent_is_never_made_twice(HttpStatusCode status, int requests, bool unknown)
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        connected.Platform.RespondNext(FakeOperation.CreateAgent, status);
        Func<Task> create = () => connected.Client.Agents.CreateAsync(
            new CreateTaskAgentRequest { Name = "Claims", Instruction = "Grade it.", LlmModelId = connected.Platform.ModelId }, Cancellation);

        if (unknown)
        {
            (await create.Should().ThrowAsync<TaskPlatformException>()).Which.OutcomeUnknown.Should().BeTrue();
        }
        else
        {
            await create.Should().NotThrowAsync();
        }

        connected.Platform.RequestsFor(FakeOperation.CreateAgent).Should().HaveCount(requests);
    }

    [Fact]
    public async Task Reads_an_agent_and_repeats_the_reading()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        connected.Platform.RespondNext(FakeOperation.GetAgent, HttpStatusCode.BadGateway);

        TaskAgent agent = await connected.Client.Agents.GetAsync(connected.Agent.Id, Cancellation);

        (agent.Id, agent.Name, agent.Response!.Attempts.Count).Should().Be((connected.Agent.Id, connected.Agent.Name, 2));
    }

    [Fact]
    public async Task Lists_all_agents_page_after_page()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        HashSet<Guid> there = [connected.Agent.Id, .. Enumerable.Range(0, 4).Select(number => connected.Platform.AddAgent($"Agent {number}").Id)];
        List<TaskAgent> listed = [];

        await foreach (TaskAgent agent in connected.Client.Agents.ListAsync(new ListTaskAgentsRequest { SevenDaySummary = true, PageLimit = 2 }, Cancellation))
        {
            listed.Add(agent);
        }

        listed.Select(static agent => agent.Id).Should().BeEquivalentTo(there).And.OnlyHaveUniqueItems();
        listed.Should().OnlyContain(static agent => agent.SevenDaySummary != null);
        connected.Platform.RequestsFor(FakeOperation.ListAgents).Should().HaveCount(3).And.OnlyContain(static sent => sent.Query.StartsWith("?seven_day_summary=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_platform_would_refuse_is_not_sent()
    {
        await using ConnectedClient connected = await ConnectedClient.StartAsync();
        var good = new CreateTaskAgentRequest { Name = "Claims", Instruction = "Grade it.", LlmModelId = Guid.NewGuid() };

        foreach (CreateTaskAgentRequest bad in (CreateTaskAgentRequest[])[good with { Name = null! }, good with { Name = new string('a', 256) }, good with { LlmModelId = Guid.Empty }, good with { MaxTurns = 501 }, good with { TaskTools = [null!] }])
        {
            await FluentActions.Awaiting(() => connected.Client.Agents.CreateAsync(bad, Cancellation)).Should().ThrowAsync<ArgumentException>();
        }

        connected.Platform.Requests.Should().BeEmpty();
    }
}
