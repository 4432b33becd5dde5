using System.Diagnostics;
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
    public async Task A_run_that_fails_is_told_as_failed()
    {
        FakeTaskAgent agent = Platform.AddAgent("Helper");
        agent.Respond(static _ => [FakeAgentEvents.Error("EXECUTION_ERROR")]);

        await FluentActions.Awaiting(() => Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Cancellation)).Should().ThrowAsync<TaskAgentRunFailedException>();

        Tags(Heard.Spans.Should().ContainSingle().Subject)["error.type"].Should().Be("agent_error");
    }
}
