using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A call goes out again only on evidence that it was not carried out.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;

    public RetryTests() => task = platform.AddTask("Say something", definition => definition.UserPrompt = "Say something");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int RunsReceived => platform.RequestsFor(FakeOperation.RunTask).Count;

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task Repeats_a_run_whose_connection_was_refused_before_the_body_was_opened()
    {
        platform.ThrowNext(FakeOperation.RunTask, ConnectionRefused());
        using TaskPlatformClient client = CreateClient();

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        platform.ExecutedRuns.Should().Be(1);
        run.Response!.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.NotSent, AttemptOutcome.Answered);
    }

    [Fact]
    public async Task Does_not_believe_a_refused_connection_once_the_body_was_handed_over()
    {
        platform.ThrowNext(FakeOperation.RunTask, ConnectionRefused(), at: FakeMoment.AfterExecution);
        using TaskPlatformClient client = CreateClient();

        TaskPlatformConnectionException failure = (await Run(client).Should().ThrowAsync<TaskPlatformConnectionException>()).Which;

        platform.ExecutedRuns.Should().Be(1);
        RunsReceived.Should().Be(1);
        failure.OutcomeUnknown.Should().BeTrue();
        failure.TaskId.Should().Be(task.Id);
        failure.Reference.Should().Be("order-42");
        failure.SentAt.Should().NotBeNull();
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.Unknown);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task Does_not_repeat_a_run_or_an_update_that_may_have_been_carried_out(HttpStatusCode status)
    {
        platform.RespondNext(FakeOperation.RunTask, status, at: FakeMoment.AfterExecution);
        platform.RespondNext(FakeOperation.UpdateTask, status, at: FakeMoment.AfterExecution);
        using TaskPlatformClient client = CreateClient();

        TaskPlatformApiException run = (await Run(client).Should().ThrowAsync<TaskPlatformApiException>()).Which;
        TaskPlatformApiException update = (await client.Tasks.Invoking(tasks => tasks.UpdateAsync(task.Id, new UpdateTaskRequest { UserPrompt = "Other" }, Cancellation))
            .Should().ThrowAsync<TaskPlatformApiException>()).Which;

        run.OutcomeUnknown.Should().BeTrue();
        update.OutcomeUnknown.Should().BeTrue();
        RunsReceived.Should().Be(1);
        platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle();
        task.Revisions.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.TooManyRequests, 0)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 0)]
    public async Task Repeats_an_explicit_refusal(HttpStatusCode status, int? retryAfter)
    {
        platform.RespondNext(FakeOperation.RunTask, status, retryAfter: retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null, times: 2);
        using TaskPlatformClient client = CreateClient();

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        RunsReceived.Should().Be(3);
        platform.ExecutedRuns.Should().Be(1);
        run.Response!.Attempts.Select(static attempt => attempt.StatusCode).Should().Equal(status, status, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stops_when_the_attempts_are_used_up_and_says_what_each_came_to()
    {
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, times: 5);
        using TaskPlatformClient client = CreateClient();

        TaskPlatformRateLimitException failure = (await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), new RequestOptions { MaxAttempts = 2, Fallback = FallbackMode.Never }, Cancellation))
            .Should().ThrowAsync<TaskPlatformRateLimitException>()).Which;

        RunsReceived.Should().Be(2);
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().HaveCount(2).And.OnlyContain(static attempt => attempt.Outcome == AttemptOutcome.Throttled);
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_asked_to_and_no_longer_than_a_tenth_more()
    {
        var clock = new ManualTimeProvider();
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(30));
        using TaskPlatformClient client = CreateClient(options => options.TimeProvider = clock);
        await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "token is there" }, Cancellation);

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        clock.Advance(TimeSpan.FromSeconds(29.9));
        int early = RunsReceived;
        clock.Advance(TimeSpan.FromSeconds(3.2));
        await running;

        early.Should().Be(1);
        RunsReceived.Should().Be(2);
    }

    [Fact]
    public async Task Renews_a_refused_token_once_and_does_not_count_that_as_an_attempt()
    {
        using TaskPlatformClient client = CreateClient(options => options.Retry.MaxAttempts = 1);
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        platform.RevokeTokens();

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        platform.TokensIssued.Should().Be(2);
        platform.ExecutedRuns.Should().Be(2);
        run.Response!.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.Unauthenticated, AttemptOutcome.Answered);
    }

    [Fact]
    public async Task Gives_up_when_the_newer_token_is_refused_too()
    {
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Unauthorized, times: 5);
        using TaskPlatformClient client = CreateClient();

        TaskPlatformAuthenticationException failure = (await Run(client).Should().ThrowAsync<TaskPlatformAuthenticationException>()).Which;

        RunsReceived.Should().Be(2);
        platform.TokensIssued.Should().Be(2);
        failure.OutcomeUnknown.Should().BeFalse();
    }

    [Fact]
    public async Task Does_not_renew_a_fixed_key()
    {
        platform.RevokeApiKeys();
        using TaskPlatformClient client = CreateClient(options =>
        {
            options.ClientId = options.ClientSecret = null;
            options.ApiKey = platform.ApiKey;
        });

        await Run(client).Should().ThrowAsync<TaskPlatformAuthenticationException>();

        RunsReceived.Should().Be(1);
        platform.RequestsFor(FakeOperation.Token).Should().BeEmpty();
    }

    [Fact]
    public async Task Repeats_reads_after_a_server_error()
    {
        FakeTask poster = platform.AddTask("Poster", definition =>
        {
            definition.Modality = "image";
            definition.UserPrompt = "Draw";
        });
        using TaskPlatformClient client = CreateClient();
        TaskRun run = await client.Tasks.RunAsync(poster.Id, new RunTaskRequest(), Cancellation);
        platform.RespondNext(FakeOperation.DownloadFile, HttpStatusCode.BadGateway, times: 2);

        await using Stream file = await client.Tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, Cancellation);

        platform.RequestsFor(FakeOperation.DownloadFile).Should().HaveCount(3);
    }

    [Fact]
    public async Task Cancels_the_wait_between_attempts_with_the_callers_token()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(59));
        using TaskPlatformClient client = CreateClient(options => options.TimeProvider = new ManualTimeProvider());
        await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "token is there" }, Cancellation);

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, caller.Token);
        await caller.CancelAsync();
        TaskPlatformCanceledException canceled = (await FluentActions.Awaiting(() => running).Should().ThrowAsync<TaskPlatformCanceledException>()).Which;

        canceled.Message.Should().Contain("waiting to be sent");
        canceled.CancellationToken.Should().Be(caller.Token);
        canceled.OutcomeUnknown.Should().BeFalse();
        canceled.Reference.Should().Be("order-42");
        canceled.Attempts.Should().ContainSingle();
    }

    private static HttpRequestException ConnectionRefused() => new(HttpRequestError.ConnectionError, "refused");

    private Func<Task> Run(TaskPlatformClient client) =>
        () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation);

    private TaskPlatformClient CreateClient(Action<TaskPlatformClientOptions>? configure = null) => platform.CreateClient(options =>
    {
        options.Retry = new() { MaxAttempts = 3, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };
        configure?.Invoke(options);
    });
}
