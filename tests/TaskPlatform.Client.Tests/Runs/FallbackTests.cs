using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>What the client does when the primary model fails: one more request at most, flagged, and everything told.</summary>
public sealed class FallbackTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;

    public FallbackTests() => platform = new FakeTaskPlatform(timeProvider: clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<string> RunQueries => [.. platform.RequestsFor(FakeOperation.RunTask).Select(static request => request.Query)];

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task Asks_the_fallback_once_when_the_primary_run_is_an_error()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        task.CreditsOfFailedRun = 0.25m;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation);

        RunQueries.Should().Equal("", "?use_fallback_model=true");
        platform.RequestsFor(FakeOperation.RunTask).Should().OnlyContain(static request => request.Text == """{"task_input":{},"task_reference":"order-42"}""");
        run.Fallback.Used.Should().BeTrue();
        run.Fallback.By.Should().Be(FallbackOrigin.Client);
        run.Fallback.PrimaryRun!.Id.Should().Be(task.Runs[0].Id);
        run.Fallback.PrimaryRun.IsError.Should().BeTrue();
        run.Fallback.PrimaryError.Should().BeNull();
        run.Id.Should().Be(task.Runs[1].Id);
        run.TotalChargedCredits.Should().Be(run.Usage.ChargedCredits + 0.25m);
    }

    [Fact]
    public async Task Leaves_a_run_alone_that_the_platform_itself_saved()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        RunQueries.Should().Equal("");
        run.Fallback.Used.Should().BeTrue();
        run.Fallback.By.Should().Be(FallbackOrigin.Platform);
        run.Fallback.PrimaryFailureReason.Should().Be("overloaded");
        run.Fallback.ModelId.Should().Be(platform.FallbackModelId);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 0)]
    public async Task Asks_the_fallback_when_the_primary_is_throttled_and_the_attempts_are_used_up(HttpStatusCode status, int? retryAfter)
    {
        FakeTask task = AddTask(hasFallback: true);
        platform.RespondNext(FakeOperation.RunTask, status, retryAfter: retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null, times: 2);
        using TaskPlatformClient client = CreateClient(options => options.Retry = new() { MaxAttempts = 2, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero });

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        RunQueries.Should().Equal("", "", "?use_fallback_model=true");
        run.Fallback.By.Should().Be(FallbackOrigin.Client);
        run.Fallback.PrimaryError.Should().BeAssignableTo<TaskPlatformApiException>().Which.StatusCode.Should().Be(status);
        run.Fallback.PrimaryError!.Attempts.Should().HaveCount(2);
        platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task Counts_a_wait_over_the_limit_as_used_up()
    {
        FakeTask task = AddTask(hasFallback: true);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromHours(114));
        using TaskPlatformClient client = CreateClient(options => options.Retry.MaxAttempts = 3);

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        RunQueries.Should().Equal("", "?use_fallback_model=true");
        run.Fallback.PrimaryError.Should().BeOfType<TaskPlatformRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromHours(114));
    }

    [Fact]
    public async Task Gives_the_primarys_own_failure_when_no_fallback_is_configured_and_does_not_ask_again_for_ten_minutes()
    {
        FakeTask task = AddTask(hasFallback: false);
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();
        Func<Task> run = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        TaskRunFailedException failure = (await run.Should().ThrowAsync<TaskRunFailedException>()).Which;
        await run.Should().ThrowAsync<TaskRunFailedException>();
        clock.Advance(TimeSpan.FromMinutes(10));
        await run.Should().ThrowAsync<TaskRunFailedException>();

        failure.PrimaryRun!.Id.Should().Be(task.Runs[0].Id);
        failure.FallbackRun.Should().BeNull();
        failure.OutcomeUnknown.Should().BeFalse();
        failure.FallbackError.Should().BeOfType<TaskPlatformValidationException>().Which.Reason.Should().Be("FALLBACK_MODEL_NOT_CONFIGURED");
        RunQueries.Should().Equal("", "?use_fallback_model=true", "", "", "?use_fallback_model=true");
    }

    [Fact]
    public async Task Asks_again_at_once_when_the_task_was_changed_meanwhile()
    {
        FakeTask task = AddTask(hasFallback: false);
        task.FallsBack = false;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();
        await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation)).Should().ThrowAsync<TaskRunFailedException>();

        await client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { FallbackLlmModelId = platform.FallbackModelId }, Cancellation);
        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        run.Fallback.By.Should().Be(FallbackOrigin.Client);
        RunQueries.Should().Equal("", "?use_fallback_model=true", "", "?use_fallback_model=true");
    }

    [Fact]
    public async Task Says_why_no_fallback_was_asked_while_it_remembers_a_refusal()
    {
        FakeTask task = AddTask(hasFallback: false);
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();
        Func<Task> run = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        await run.Should().ThrowAsync<TaskRunFailedException>();
        TaskRunFailedException second = (await run.Should().ThrowAsync<TaskRunFailedException>()).Which;

        second.FallbackError.Should().BeOfType<TaskPlatformValidationException>().Which.Reason.Should().Be("FALLBACK_MODEL_NOT_CONFIGURED");
    }

    [Fact]
    public async Task A_refusal_for_a_named_revision_says_nothing_of_the_others()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        Guid without = task.AddRevision(static revision => revision.FallbackModelId = null).Id;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();

        await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { RevisionId = without }, Cancellation)).Should().ThrowAsync<TaskRunFailedException>();
        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        run.Fallback.By.Should().Be(FallbackOrigin.Client);
    }

    [Fact]
    public async Task Attaches_the_refusal_to_a_throttled_primarys_exception()
    {
        FakeTask task = AddTask(hasFallback: false);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);
        using TaskPlatformClient client = CreateClient(options => options.Retry.MaxAttempts = 1);

        TaskPlatformRateLimitException failure = (await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskPlatformRateLimitException>()).Which;

        failure.FallbackError.Should().BeOfType<TaskPlatformValidationException>();
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Tells_both_failures_when_the_fallback_fails_too()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        task.CreditsOfFailedRun = 0.5m;
        task.FailPrimary("overloaded");
        task.FailFallback("also overloaded");
        using TaskPlatformClient client = CreateClient();

        TaskRunFailedException failure = (await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "r" }, Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        failure.PrimaryRun!.Id.Should().Be(task.Runs[0].Id);
        failure.FallbackRun!.Id.Should().Be(task.Runs[1].Id);
        failure.Run.Should().BeSameAs(failure.FallbackRun);
        failure.RunId.Should().Be(task.Runs[1].Id);
        failure.TotalChargedCredits.Should().Be(1.0m);
        failure.Attempts.Should().HaveCount(2);
        failure.Reference.Should().Be("r");
        failure.OutcomeUnknown.Should().BeFalse();
    }

    [Fact]
    public async Task Says_unknown_when_the_fallbacks_outcome_is()
    {
        FakeTask task = AddTask(hasFallback: true);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        using TaskPlatformClient client = CreateClient(options => options.Retry.MaxAttempts = 1);

        TaskRunFailedException failure = (await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        failure.OutcomeUnknown.Should().BeTrue();
        failure.PrimaryError.Should().BeOfType<TaskPlatformRateLimitException>();
        failure.FallbackError.Should().BeAssignableTo<TaskPlatformApiException>().Which.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        platform.ExecutedRuns.Should().Be(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Does_not_fall_back_on_an_unknown_outcome_unless_told_to(HttpStatusCode status)
    {
        FakeTask task = AddTask(hasFallback: true);
        platform.RespondNext(FakeOperation.RunTask, status, times: 2);
        using TaskPlatformClient careful = CreateClient();
        using TaskPlatformClient bold = CreateClient(options => options.Fallback.OnUnknownOutcome = true);

        TaskPlatformApiException failure = (await careful.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskPlatformApiException>()).Which;
        TaskRun run = await bold.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        failure.OutcomeUnknown.Should().BeTrue();
        RunQueries.Should().Equal("", "", "?use_fallback_model=true");
        run.Fallback.PrimaryError!.OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task Sends_the_three_values_of_UseFallbackModel_and_falls_back_only_for_null()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();

        TaskRun asked = await client.Tasks.RunAsync(task.Id, new RunTaskRequest { UseFallbackModel = true }, Cancellation);
        await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { UseFallbackModel = false }, Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>();
        TaskRun saved = await client.Tasks.RunAsync(task.Id, new RunTaskRequest { UseFallbackModel = null }, Cancellation);

        RunQueries.Should().Equal("?use_fallback_model=true", "?use_fallback_model=false", "", "?use_fallback_model=true");
        asked.Fallback.By.Should().Be(FallbackOrigin.Client);
        asked.Fallback.PrimaryRun.Should().BeNull();
        saved.Fallback.PrimaryRun.Should().NotBeNull();
    }

    [Fact]
    public async Task Goes_straight_to_the_fallback_with_Always_and_throws_its_refusal()
    {
        FakeTask with = AddTask(hasFallback: true);
        FakeTask without = AddTask(hasFallback: false);
        using TaskPlatformClient client = CreateClient(options => options.Fallback.Mode = FallbackMode.Always);

        TaskRun run = await client.Tasks.RunAsync(with.Id, new RunTaskRequest(), Cancellation);
        await client.Tasks.Invoking(tasks => tasks.RunAsync(without.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskPlatformValidationException>();

        RunQueries.Should().Equal("?use_fallback_model=true", "?use_fallback_model=true");
        run.Fallback.Used.Should().BeTrue();
    }

    [Fact]
    public async Task Never_falls_back_with_Never_for_the_client_or_for_the_call()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        task.FailPrimary("overloaded");
        using TaskPlatformClient never = CreateClient(options => options.Fallback.Mode = FallbackMode.Never);
        using TaskPlatformClient client = CreateClient();

        await never.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>();
        await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), new RequestOptions { Fallback = FallbackMode.Never }, Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>();

        RunQueries.Should().Equal("", "");
    }

    [Fact]
    public async Task Does_not_fall_back_when_a_file_cannot_be_sent_again()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient();
        await using var content = new OneWayStream([1, 2, 3]);

        await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromStream("a.bin", content)] }, Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>();

        RunQueries.Should().Equal("");
    }

    [Fact]
    public async Task Returns_failed_runs_when_they_should_not_throw()
    {
        FakeTask task = AddTask(hasFallback: false);
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient(options => options.ThrowOnRunError = false);

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        run.IsError.Should().BeTrue();
        run.Id.Should().Be(task.Runs[0].Id);
    }

    [Fact]
    public async Task Breaks_the_circuit_after_failures_in_a_row_and_lets_one_run_through_afterwards()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FallsBack = false;
        task.FailPrimary("overloaded");
        using TaskPlatformClient client = CreateClient(options =>
        {
            options.Fallback.FailuresBeforeBreak = 2;
            options.Fallback.BreakDuration = TimeSpan.FromMinutes(1);
        });
        Task<TaskRun> Run() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        await Run();
        await Run();
        await Run(); // open: straight to the fallback
        clock.Advance(TimeSpan.FromMinutes(1));
        await Run(); // half open: the primary is asked once more, and fails
        await Run(); // open again
        clock.Advance(TimeSpan.FromMinutes(1));
        task.Heal();
        await Run(); // half open: the primary answers
        await Run(); // closed

        const string Fallback = "?use_fallback_model=true";
        RunQueries.Should().Equal("", Fallback, "", Fallback, Fallback, "", Fallback, Fallback, "", "");
    }

    private FakeTask AddTask(bool hasFallback) => platform.AddTask($"Task {Guid.NewGuid():N}", definition =>
    {
        definition.UserPrompt = "Say something";
        definition.FallbackModelId = hasFallback ? platform.FallbackModelId : null;
    });

    private TaskPlatformClient CreateClient(Action<TaskPlatformClientOptions>? configure = null) => platform.CreateClient(options =>
    {
        options.TimeProvider = clock;
        configure?.Invoke(options);
    });

    private sealed class OneWayStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
