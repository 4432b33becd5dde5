using System.Diagnostics;
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

public sealed class RunTelemetryTests : TelemetryLab
{
    [Fact]
    public async Task A_run_is_a_span_with_the_conventions_attributes()
    {
        TaskRun run = await RunAsync();

        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        span.DisplayName.Should().Be("generate_content");
        span.Kind.Should().Be(ActivityKind.Client);
        span.Status.Should().Be(ActivityStatusCode.Unset);
        Tags(span).Should().BeEquivalentTo(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["gen_ai.operation.name"] = "generate_content",
            ["gen_ai.provider.name"] = "rightbrain",
            ["gen_ai.request.model"] = run.ModelName,
            ["gen_ai.response.model"] = run.ModelName,
            ["gen_ai.response.id"] = run.Id.ToString(),
            ["gen_ai.usage.input_tokens"] = run.Usage.InputTokens,
            ["gen_ai.usage.output_tokens"] = run.Usage.OutputTokens,
            ["gen_ai.output.type"] = "json",
            ["server.address"] = "taskplatform.test",
            ["server.port"] = 443,
            ["taskplatform.task.id"] = Task.Id.ToString(),
            ["taskplatform.revision.id"] = run.RevisionId.ToString(),
            ["taskplatform.credits"] = 1.0,
            ["taskplatform.attempts"] = 1,
        });
        run.ModelName.Should().NotBeNullOrEmpty();
        run.Usage.InputTokens.Should().BePositive();
    }

    [Fact]
    public async Task A_run_is_measured()
    {
        TaskRun run = await RunAsync();
        await RunAsync();

        string words = $"gen_ai.operation.name=generate_content gen_ai.provider.name=rightbrain gen_ai.request.model={run.ModelName} gen_ai.response.model={run.ModelName}";
        Heard.Values("gen_ai.client.token.usage").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [words + " gen_ai.token.type=input"] = 2 * run.Usage.InputTokens,
            [words + " gen_ai.token.type=output"] = 2 * run.Usage.OutputTokens,
        });
        Heard.Values("taskplatform.client.credits").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal) { [words] = 2 });
        Heard.Values("gen_ai.client.operation.duration").Should().ContainSingle().Which.Should().Match<KeyValuePair<string, double>>(pair => pair.Key == words && pair.Value > 0);
        Heard.Values("taskplatform.client.token.requests").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal) { [""] = 1 });
    }

    [Fact]
    public async Task Attempts_are_events_and_repeats_are_counted()
    {
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);
        Platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ConnectionError));

        await RunAsync();

        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        Outcomes(span).Should().Equal("throttled", "not_sent", "answered");
        span.Events.First().Tags.Should().Contain(new KeyValuePair<string, object?>("http.response.status_code", 429));
        Tags(span)["taskplatform.attempts"].Should().Be(3);
        Heard.Values("taskplatform.client.retries").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["taskplatform.attempt.outcome=not_sent taskplatform.call.kind=run"] = 1,
            ["taskplatform.attempt.outcome=throttled taskplatform.call.kind=run"] = 1,
        });
    }

    [Fact]
    public async Task A_fallback_of_the_client_is_one_span_and_both_runs_are_charged()
    {
        Task.FallsBack = false;
        Task.CreditsOfFailedRun = 0.5m;
        Task.FailPrimary("overloaded", times: 1);

        TaskRun run = await RunAsync();

        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        Outcomes(span).Should().Equal("answered", "answered");
        Tags(span).Should().Contain(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["gen_ai.request.model"] = run.ModelName,
            ["gen_ai.response.model"] = Platform.FallbackModelId.ToString(),
            ["taskplatform.fallback.used"] = true,
            ["taskplatform.fallback.by"] = "client",
            ["taskplatform.attempts"] = 2,
            ["taskplatform.credits"] = 1.5,
        });
        Heard.Values("taskplatform.client.fallbacks").Values.Should().Equal(1);
        Heard.Values("taskplatform.client.credits").Values.Should().Equal(1.5);
    }

    [Fact]
    public async Task A_failed_run_is_told_with_what_it_cost()
    {
        Task.FailPrimary("overloaded");
        Task.FailFallback("overloaded");
        Task.CreditsOfFailedRun = 0.5m;

        await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<TaskRunFailedException>();

        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        span.Status.Should().Be(ActivityStatusCode.Error);
        Tags(span)["error.type"].Should().Be("run_failed");
        Tags(span)["taskplatform.credits"].Should().Be(0.5);
        Heard.Values("taskplatform.client.credits").Values.Sum().Should().Be((double)Platform.CreditsCharged);
    }

    [Fact]
    public async Task A_failed_run_that_is_returned_is_told_as_failed_too()
    {
        using TaskPlatformClient client = Platform.CreateClient(options =>
        {
            options.ThrowOnRunError = false;
            options.Fallback.Mode = FallbackMode.Never;
        });
        Task.FallsBack = false;
        Task.FailPrimary("overloaded");

        (await client.Tasks.RunAsync(Task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, Cancellation)).IsError.Should().BeTrue();

        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        span.Status.Should().Be(ActivityStatusCode.Error);
        Tags(span)["error.type"].Should().Be("run_failed");
    }
}
