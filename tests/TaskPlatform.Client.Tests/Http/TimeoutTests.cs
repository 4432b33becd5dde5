using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>The client's own limits on a fake clock: which one ran out, how long it was, and what is known of the call.</summary>
public sealed class TimeoutTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly FakeTask task;
    private readonly FakeTaskAgent agent;

    public TimeoutTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock) { TokenLifetime = TimeSpan.FromDays(1) };
        task = platform.AddTask("Say something", static definition => definition.UserPrompt = "Say something");
        agent = platform.AddAgent("Desk");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task A_run_of_twelve_minutes_succeeds_with_default_settings()
    {
        using TaskPlatformClient client = await CreateClientAsync();
        FakeHold hold = platform.HoldNext(FakeOperation.RunTask);

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await hold.Arrived;
        clock.Advance(TimeSpan.FromMinutes(12));
        hold.Release();
        TaskRun run = await running;

        run.Response!.Elapsed.Should().Be(TimeSpan.FromMinutes(12));
        platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_run_is_given_up_after_fifteen_minutes_and_its_outcome_is_unknown()
    {
        using TaskPlatformClient client = await CreateClientAsync();

        TaskPlatformTimeoutException failure = await GiveUpAsync(
            FakeOperation.RunTask, TimeSpan.FromMinutes(15), () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation));

        failure.Limit.Should().Be(TimeLimit.Run);
        failure.Duration.Should().Be(TimeSpan.FromMinutes(15));
        failure.OutcomeUnknown.Should().BeTrue();
        failure.Reference.Should().Be("order-42");
        failure.TaskId.Should().Be(task.Id);
        platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    [Fact]
    public async Task Updates_have_a_limit_of_their_own()
    {
        using TaskPlatformClient client = await CreateClientAsync();

        TaskPlatformTimeoutException ofTask = await GiveUpAsync(
            FakeOperation.UpdateTask, TimeSpan.FromSeconds(100), () => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Enabled = true }, Cancellation));
        TaskPlatformTimeoutException ofAgent = await GiveUpAsync(
            FakeOperation.UpdateAgent, TimeSpan.FromSeconds(100), () => client.Agents.UpdateAsync(agent.Id, new UpdateTaskAgentRequest { MaxTurns = 3 }, Cancellation));

        ofTask.Limit.Should().Be(TimeLimit.Update);
        ofTask.OutcomeUnknown.Should().BeTrue();
        ofAgent.Limit.Should().Be(TimeLimit.Update);
        ofAgent.OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_can_bring_its_own_limit_in_place_of_the_clients()
    {
        using TaskPlatformClient client = await CreateClientAsync();

        TaskPlatformTimeoutException failure = await GiveUpAsync(
            FakeOperation.RunTask,
            TimeSpan.FromSeconds(2),
            () => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(2) }, Cancellation));

        failure.Limit.Should().Be(TimeLimit.Run);
        failure.Duration.Should().Be(TimeSpan.FromSeconds(2));
        failure.Message.Should().MatchRegex("^POST .*/run ran into the Run time limit of 2 s.$");
    }

    [Fact]
    public async Task A_call_without_a_limit_waits()
    {
        using TaskPlatformClient client = await CreateClientAsync();
        FakeHold hold = platform.HoldNext(FakeOperation.RunTask);

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), new RequestOptions { Timeout = Timeout.InfiniteTimeSpan }, Cancellation);
        await hold.Arrived;
        clock.Advance(TimeSpan.FromHours(20));
        hold.Release();

        (await running).IsError.Should().BeFalse();
    }

    [Fact]
    public async Task A_token_that_does_not_come_is_a_failed_authentication_and_nothing_was_sent()
    {
        using TaskPlatformClient client = CreateClient();

        TaskPlatformAuthenticationException failure = await GiveUpAsync<TaskPlatformAuthenticationException>(
            FakeOperation.Token, TimeSpan.FromSeconds(30), () => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));

        failure.InnerException.Should().BeOfType<TaskPlatformTimeoutException>().Which.Limit.Should().Be(TimeLimit.Token);
        failure.OutcomeUnknown.Should().BeFalse();
        platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_does_not_come_is_given_up_after_the_read_limit()
    {
        FakeTask poster = platform.AddTask("Poster", static definition => (definition.Modality, definition.UserPrompt) = ("image", "Draw"));
        using TaskPlatformClient client = await CreateClientAsync();
        TaskRun run = await client.Tasks.RunAsync(poster.Id, new RunTaskRequest(), Cancellation);

        TaskPlatformTimeoutException failure = await GiveUpAsync(
            FakeOperation.DownloadFile, TimeSpan.FromSeconds(100), () => client.Tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, Cancellation));

        failure.Limit.Should().Be(TimeLimit.Read);
        failure.RunId.Should().Be(run.Id);
        failure.OutcomeUnknown.Should().BeFalse();
    }

    [Fact]
    public async Task A_cancelled_run_keeps_the_callers_token_and_what_is_known()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using TaskPlatformClient client = await CreateClientAsync();
        FakeHold hold = platform.HoldNext(FakeOperation.RunTask);

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, caller.Token);
        await hold.Arrived;
        await caller.CancelAsync();
        TaskPlatformCanceledException canceled = (await FluentActions.Awaiting(() => running).Should().ThrowAsync<TaskPlatformCanceledException>()).Which;

        canceled.Message.Should().StartWith("The caller cancelled POST ");
        canceled.CancellationToken.Should().Be(caller.Token);
        canceled.OutcomeUnknown.Should().BeTrue();
        canceled.TaskId.Should().Be(task.Id);
        canceled.Reference.Should().Be("order-42");
        canceled.SentAt.Should().NotBeNull();
    }

    private Task<TaskPlatformTimeoutException> GiveUpAsync(FakeOperation operation, TimeSpan limit, Func<Task> call) =>
        GiveUpAsync<TaskPlatformTimeoutException>(operation, limit, call);

    // Just before the limit the call still waits; at the limit it ends.
    private async Task<TException> GiveUpAsync<TException>(FakeOperation operation, TimeSpan limit, Func<Task> call)
        where TException : Exception
    {
        using FakeHold hold = platform.HoldNext(operation);
        Task running = call();
        await hold.Arrived;
        clock.Advance(limit - TimeSpan.FromTicks(1));
        running.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromTicks(1));
        return (await FluentActions.Awaiting(() => running).Should().ThrowAsync<TException>()).Which;
    }

    private TaskPlatformClient CreateClient() => platform.CreateClient(options =>
    {
        options.TimeProvider = clock;
        options.Retry.MaxAttempts = 1;
    });

    private async Task<TaskPlatformClient> CreateClientAsync()
    {
        TaskPlatformClient client = CreateClient();
        await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "so that a token is there" }, Cancellation);
        return client;
    }
}
