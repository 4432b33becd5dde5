using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>What a run, or its exception, tells of both models.</summary>
public sealed class FallbackFactsTests : IDisposable
{
    private const string Failed = """{"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6","is_error":true,"charged_credits":"0.25"}""";

    private static readonly Guid FailedId = Guid.Parse("0197be10-64a8-f2c1-d95e-08b7a34ce1f6");

    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;

    public FallbackFactsTests() => task = platform.AddTask("Say something", definition =>
    {
        definition.UserPrompt = "Say something";
        definition.FallbackModelId = platform.FallbackModelId;
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task A_fallback_that_fails_after_a_failed_run_leaves_the_facts_of_both()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        Answer(200, Failed);
        Answer(403, "");

        TaskRunFailedException failure = await FailAsync();

        failure.Message.Should().StartWith("Both the primary and the fallback model failed");
        failure.InnerException.Should().BeOfType<TaskPlatformPermissionException>().And.BeSameAs(failure.FallbackError);
        failure.PrimaryRun!.Id.Should().Be(FailedId);
        failure.RunId.Should().Be(FailedId);
        failure.TotalChargedCredits.Should().Be(0.25m);
        failure.TaskId.Should().Be(task.Id);
        failure.Reference.Should().Be("order-42");
        failure.SentAt.Should().BeOnOrAfter(before).And.Be(failure.PrimaryRun.Response!.SentAt);
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.Answered, AttemptOutcome.Rejected);
    }

    [Fact]
    public async Task A_fallback_that_fails_after_a_lost_answer_leaves_the_outcome_unknown()
    {
        Answer(502, "", ("X-Task-Run-ID", FailedId.ToString()));
        Answer(403, "");

        TaskRunFailedException failure = await FailAsync(static options => options.Fallback.OnUnknownOutcome = true);

        failure.OutcomeUnknown.Should().BeTrue();
        failure.RunId.Should().Be(FailedId);
        failure.SentAt.Should().Be(failure.PrimaryError!.SentAt).And.NotBeNull();
        failure.Attempts.Select(static attempt => attempt.StatusCode).Should().Equal(HttpStatusCode.BadGateway, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_failed_run_of_the_fallback_after_a_refused_primary_has_the_refusal_as_its_cause()
    {
        Answer(429, "");
        Answer(200, Failed);

        TaskRunFailedException failure = await FailAsync();

        failure.InnerException.Should().BeOfType<TaskPlatformRateLimitException>().And.BeSameAs(failure.PrimaryError);
        failure.Run!.Id.Should().Be(FailedId);
        failure.PrimaryRun.Should().BeNull();
        failure.RunId.Should().Be(FailedId);
        failure.TotalChargedCredits.Should().Be(0.25m);
    }

    [Fact]
    public async Task Two_failed_runs_are_returned_when_they_should_not_throw()
    {
        Answer(200, Failed);
        Answer(200, """{"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f7","is_error":true}""");
        using TaskPlatformClient client = CreateClient(static options => options.ThrowOnRunError = false);

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        run.IsError.Should().BeTrue();
        run.Fallback.Used.Should().BeTrue();
        run.Fallback.By.Should().Be(FallbackOrigin.Client);
        run.Fallback.PrimaryRun!.Id.Should().Be(FailedId);
    }

    [Fact]
    public async Task A_platform_that_says_it_used_the_primary_is_believed()
    {
        Answer(200, """{"used_fallback_model":false}""");
        using TaskPlatformClient client = CreateClient();

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest { UseFallbackModel = true }, Cancellation);

        run.Fallback.Used.Should().BeFalse();
        run.Fallback.By.Should().Be(FallbackOrigin.Client);
    }

    [Theory]
    [InlineData(400, typeof(TaskPlatformValidationException))]
    [InlineData(404, typeof(TaskPlatformNotFoundException))]
    [InlineData(409, typeof(TaskPlatformApiException))]
    [InlineData(422, typeof(TaskPlatformValidationException))]
    public async Task A_refused_fallback_is_on_the_primarys_failure_and_on_the_next_ones(int status, Type refusal)
    {
        Answer(200, Failed);
        Answer(status, """{"detail":{"reason":"NONE","message":"No fallback"}}""");
        Answer(200, Failed);
        using TaskPlatformClient client = CreateClient();

        TaskRunFailedException first = await FailAsync(client);
        TaskRunFailedException second = await FailAsync(client);

        first.Message.Should().Contain($"Run {FailedId}").And.Contain("is_error");
        first.FallbackError.Should().BeOfType(refusal);
        second.FallbackError.Should().BeOfType(refusal).And.NotBeSameAs(first.FallbackError);
        second.FallbackError!.Message.Should().Be(first.FallbackError!.Message);
        ((TaskPlatformApiException)second.FallbackError).StatusCode.Should().Be((HttpStatusCode)status);
        platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(3);
    }

    private void Answer(int status, string body, params (string Name, string Value)[] headers) => platform.RespondNext(FakeOperation.RunTask, _ =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    });

    private async Task<TaskRunFailedException> FailAsync(Action<TaskPlatformClientOptions>? configure = null)
    {
        using TaskPlatformClient client = CreateClient(configure);
        return await FailAsync(client);
    }

    private Task<TaskRunFailedException> FailAsync(TaskPlatformClient client) =>
        Assert.ThrowsAsync<TaskRunFailedException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation));

    private TaskPlatformClient CreateClient(Action<TaskPlatformClientOptions>? configure = null) => platform.CreateClient(options =>
    {
        options.Retry.MaxAttempts = 1;
        configure?.Invoke(options);
    });
}
