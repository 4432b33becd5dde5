using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>What the primary model's run came to, and what it cost, survives whatever stops the fallback.</summary>
public sealed class LostPrimaryTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;

    public LostPrimaryTests()
    {
        task = platform.AddTask("Say something", definition =>
        {
            definition.UserPrompt = "Say something";
            definition.FallbackModelId = platform.FallbackModelId;
        });
        task.FallsBack = false;
        task.CreditsOfFailedRun = 0.25m;
        task.FailPrimary("overloaded");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task A_file_that_went_away_before_the_fallback_was_asked_keeps_the_primarys_run()
    {
        string path = Path.GetTempFileName();
        platform.EditNext(FakeOperation.RunTask, _ => File.Delete(path));
        using TaskPlatformClient client = platform.CreateClient();

        TaskRunFailedException failure = (await FluentActions.Awaiting(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromPath(path)] }, Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        failure.PrimaryRun!.Id.Should().Be(task.Runs.Single().Id);
        failure.TotalChargedCredits.Should().Be(0.25m);
        failure.FallbackError!.InnerException.Should().BeAssignableTo<IOException>();
    }

    [Fact]
    public async Task A_client_that_is_disposed_before_the_fallback_was_asked_keeps_the_primarys_run()
    {
        TaskPlatformClient client = platform.CreateClient();
        platform.EditNext(FakeOperation.RunTask, _ => client.Dispose());

        TaskRunFailedException failure = (await FluentActions.Awaiting(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        failure.PrimaryRun!.Id.Should().Be(task.Runs.Single().Id);
        failure.FallbackError!.InnerException.Should().BeOfType<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_caller_who_cancels_while_the_fallback_is_asked_still_gets_the_primarys_run()
    {
        using var caller = new CancellationTokenSource();
        platform.EditNext(FakeOperation.RunTask, _ => { });
        using FakeHold passing = platform.HoldNext(FakeOperation.RunTask);
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask);
        using TaskPlatformClient client = platform.CreateClient();
        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, caller.Token);
        passing.Release();
        await hold.Arrived;

        await caller.CancelAsync();

        TaskPlatformCanceledException canceled = (await FluentActions.Awaiting(() => running).Should().ThrowAsync<TaskPlatformCanceledException>()).Which;
        canceled.CancellationToken.Should().Be(caller.Token);
        canceled.OutcomeUnknown.Should().BeTrue();
        canceled.Attempts.Should().HaveCount(2);
        canceled.Reference.Should().Be("order-42");
        TaskRunFailedException inner = canceled.InnerException.Should().BeOfType<TaskRunFailedException>().Subject;
        inner.PrimaryRun!.Id.Should().Be(task.Runs[0].Id);
        inner.TotalChargedCredits.Should().Be(0.25m);
    }

    [Fact]
    public async Task A_fallback_refused_while_the_circuit_was_open_is_on_the_primarys_failure()
    {
        using TaskPlatformClient client = platform.CreateClient(static options => options.Fallback.FailuresBeforeBreak = 1);
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        platform.RespondNext(FakeOperation.RunTask, static _ => new HttpResponseMessage(HttpStatusCode.UnprocessableEntity));

        TaskRunFailedException failure = (await FluentActions.Awaiting(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        platform.RequestsFor(FakeOperation.RunTask).Select(static request => request.Query).Should().Equal("", "?use_fallback_model=true", "?use_fallback_model=true", "");
        failure.FallbackError.Should().BeOfType<TaskPlatformValidationException>();
    }

    [Fact]
    public async Task A_failed_run_names_the_task_and_the_reference_that_were_sent_and_when_though_the_answer_does_not()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        platform.RespondNext(FakeOperation.RunTask, _ => new HttpResponseMessage { Content = new StringContent("""{"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6","is_error":true}""") });
        using TaskPlatformClient client = platform.CreateClient(static options => options.Fallback.Mode = FallbackMode.Never);

        TaskRunFailedException failure = (await FluentActions.Awaiting(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation))
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        failure.TaskId.Should().Be(task.Id);
        failure.Reference.Should().Be("order-42");
        failure.SentAt.Should().BeOnOrAfter(before);
    }
}
