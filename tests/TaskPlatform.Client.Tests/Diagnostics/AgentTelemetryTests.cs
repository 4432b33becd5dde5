using System.Diagnostics;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

public sealed class AgentTelemetryTests : TelemetryLab
{
    [Fact]
    public async Task A_run_of_an_agent_is_one_span_from_its_call_to_its_last_event()
    {
        FakeTaskAgent agent = Platform.AddAgent("Helper");

        await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "m4rk3r" }, Cancellation);

        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        span.DisplayName.Should().Be("invoke_agent");
        Outcomes(span).Should().Equal("answered");
        Tags(span).Should().Contain(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["gen_ai.operation.name"] = "invoke_agent",
            ["gen_ai.agent.id"] = agent.Id.ToString(),
            ["taskplatform.attempts"] = 1,
        });
        span.Status.Should().Be(ActivityStatusCode.Unset);
        Heard.Everything().Should().NotContain("m4rk3r");
    }

    [Fact]
    public async Task What_a_run_took_is_measured_as_for_a_task()
    {
        FakeTaskAgent agent = Platform.AddAgent("Helper");
        agent.Respond(static _ => [Ended("""{"input_tokens":120,"output_tokens":30,"charged_credits":"2.50"}""")]);
        const string Words = "gen_ai.operation.name=invoke_agent gen_ai.provider.name=rightbrain";

        await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation);

        Heard.Values("taskplatform.client.credits").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal) { [Words] = 2.5 });
        Heard.Values("gen_ai.client.token.usage").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [Words + " gen_ai.token.type=input"] = 120,
            [Words + " gen_ai.token.type=output"] = 30,
        });
    }

    [Fact]
    public async Task What_a_run_does_not_tell_is_not_measured()
    {
        FakeTaskAgent agent = Platform.AddAgent("Helper");

        await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation);

        Heard.Values("taskplatform.client.credits").Should().BeEmpty();
        Heard.Values("gen_ai.client.token.usage").Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_that_fails_is_told_as_failed()
    {
        FakeTaskAgent agent = Platform.AddAgent("Helper");
        agent.Respond(static _ => [FakeAgentEvents.Error("EXECUTION_ERROR")]);

        await FluentActions.Awaiting(() => Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation)).Should().ThrowAsync<TaskAgentRunFailedException>();

        Tags(Heard.Spans.Should().ContainSingle().Subject)["error.type"].Should().Be("agent_error");
    }

    private static JsonObject Ended(string metadata)
    {
        JsonObject done = FakeAgentEvents.Done();
        done["metadata"] = JsonNode.Parse(metadata);
        return done;
    }
}
