using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Activation of task agents: the same as for tasks, on the agents' own wire.</summary>
public sealed class AgentActivationTests
{
    private static readonly UpdateTaskAgentRequest Change = new() { Instruction = "INSTRUCTION-MARKER", MaxTurns = 7 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Activating_sends_the_revision_alone()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Guid revision = live.Agent.Revisions[0].Id;

        await live.Client.Agents.ActivateRevisionAsync(live.Agent.Id, revision, Token);

        Update(live).Single().Text.Should().Be($$"""{"active_revision_id":"{{revision}}"}""");
        Update(live).Single().Path.Should().EndWith($"/task-agent/{live.Agent.Id}");
    }

    [Fact]
    public async Task Updating_and_activating_makes_the_revision_live_that_the_header_names()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskAgentUpdateResult result = await live.Client.Agents.UpdateAndActivateAsync(live.Agent.Id, Change, Token);

        Guid made = live.Agent.Revisions[^1].Id;
        Update(live).Select(request => request.Text).Should().Equal(
            """{"instruction":"INSTRUCTION-MARKER","max_turns":7}""",
            $$"""{"active_revision_id":"{{made}}"}""");
        live.Agent.ActiveRevisionId.Should().Be(made);
        result.NewRevisionId.Should().Be(made);
        result.Agent.ActiveRevision!.Id.Should().Be(made);
    }

    [Fact]
    public async Task Without_the_headers_the_one_new_revision_is_found()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateAgent, ActivationTests.Remove);

        TaskAgentUpdateResult result = await live.Client.Agents.UpdateAndActivateAsync(live.Agent.Id, Change, Token);

        result.NewRevisionId.Should().Be(live.Agent.Revisions[^1].Id);
        live.Agent.ActiveRevisionId.Should().Be(live.Agent.Revisions[^1].Id);
    }

    [Fact]
    public async Task A_revision_that_does_not_equal_what_was_sent_is_not_taken_for_it()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateAgent, answer =>
        {
            ActivationTests.Remove(answer);
            answer.Content = new StringContent(live.Agent.ToJson().ToJsonString().Replace("INSTRUCTION-MARKER", "something else", StringComparison.Ordinal));
        });

        RevisionNotActivatedException failure = await FailAsync(live);

        failure.NewRevisionId.Should().BeNull();
        failure.AgentUpdate!.Agent.Revisions.Should().HaveCount(2);
        failure.TaskUpdate.Should().BeNull();
        Update(live).Should().ContainSingle();
    }

    [Fact]
    public async Task An_update_that_made_no_revision_activates_nothing_and_says_so()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateAgent, answer =>
        {
            ActivationTests.Remove(answer);
            answer.Headers.Add("X-New-Revision-created", "false");
        });

        RevisionNotActivatedException failure = await FailAsync(live);

        failure.Message.Should().Contain("X-New-Revision-created: false");
        failure.AgentUpdate!.NewRevisionCreated.Should().BeFalse();
        Update(live).Should().ContainSingle();
    }

    [Fact]
    public async Task An_activation_that_fails_keeps_the_update_and_its_revision()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateAgent, _ => { });
        live.Answer(FakeOperation.UpdateAgent, 500, "");

        RevisionNotActivatedException failure = await FailAsync(live);

        Guid made = live.Agent.Revisions[^1].Id;
        failure.NewRevisionId.Should().Be(made);
        failure.AgentUpdate!.NewRevisionId.Should().Be(made);
        failure.InnerException.Should().BeAssignableTo<TaskPlatformApiException>().Which.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        failure.OutcomeUnknown.Should().BeTrue();
        failure.ToString().Should().NotContain("MARKER");
    }

    private static IReadOnlyList<FakeRequest> Update(ConnectedClient live) => live.Platform.RequestsFor(FakeOperation.UpdateAgent);

    private static Task<RevisionNotActivatedException> FailAsync(ConnectedClient live) =>
        ConnectedClient.ThrownAsync<RevisionNotActivatedException>(() => live.Client.Agents.UpdateAndActivateAsync(live.Agent.Id, Change, Token));
}
