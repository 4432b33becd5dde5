using System.Net;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class AutoReferenceTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;

    public AutoReferenceTests() => task = platform.AddTask("Translate");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Sent => platform.RequestsFor(FakeOperation.RunTask)
        .Select(static request => JsonDocument.Parse(request.Body).RootElement.TryGetProperty("task_reference", out JsonElement sent) ? sent.GetString() : null);

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task Gives_each_run_without_a_reference_one_of_its_own()
    {
        using TaskPlatformClient client = platform.CreateClient(static options => options.AutoReference = true);
        var request = new RunTaskRequest();

        TaskRun first = await client.Tasks.RunAsync(task.Id, request, Cancellation);
        TaskRun second = await client.Tasks.RunAsync(task.Id, request, new RequestOptions(), Cancellation);
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation);

        Sent.Should().Equal(first.Reference, second.Reference, "order-42");
        first.Reference.Should().NotBe(second.Reference).And.MatchRegex("^auto-[0-9a-f]{32}$");
        request.Reference.Should().BeNull("the caller's own request is not changed");
    }

    [Fact]
    public async Task Leaves_runs_as_they_are_by_default()
    {
        using TaskPlatformClient client = platform.CreateClient();

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        Sent.Should().Equal((string?)null);
    }

    [Fact]
    public async Task A_run_its_repeat_and_its_fallback_share_the_reference()
    {
        using TaskPlatformClient client = platform.CreateClient(static options => (options.AutoReference, options.Retry.BaseDelay, options.Retry.MaxAttempts) = (true, TimeSpan.Zero, 2));
        task.AddRevision(revision => revision.FallbackModelId = platform.FallbackModelId);
        await client.Tasks.ActivateRevisionAsync(task.Id, task.Revisions[^1].Id, Cancellation);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, times: 2);

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        run.Fallback.Used.Should().BeTrue();
        Sent.Should().HaveCount(3).And.OnlyContain(reference => reference == run.Reference);
    }

    [Fact]
    public async Task A_lost_run_carries_it_and_says_where_to_look()
    {
        using TaskPlatformClient client = platform.CreateClient(static options => options.AutoReference = true);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        TaskPlatformApiException lost = await Assert.ThrowsAsync<TaskPlatformApiException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));

        lost.Reference.Should().Be(Sent.Single());
        lost.Message.Should().EndWith(" Look for the run by its Reference: Tasks.FindRunsByReferenceAsync.").And.NotContain(lost.Reference);
        lost.ToString().Should().Contain("Tasks.FindRunsByReferenceAsync");
    }

    [Fact]
    public async Task A_cancelled_run_says_so_once_however_many_models_were_asked()
    {
        using TaskPlatformClient client = platform.CreateClient(static options => (options.AutoReference, options.Retry.MaxAttempts) = (true, 1));
        task.AddRevision(revision => revision.FallbackModelId = platform.FallbackModelId);
        await client.Tasks.ActivateRevisionAsync(task.Id, task.Revisions[^1].Id, Cancellation);
        FakeHold? hold = null;
        var primaryRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        platform.RespondNext(FakeOperation.RunTask, _ =>
        {
            hold = platform.HoldNext(FakeOperation.RunTask, at: FakeMoment.AfterExecution);
            primaryRefused.SetResult();
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        });
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), caller.Token);
        await primaryRefused.Task.WaitAsync(Cancellation);
        await hold!.Arrived.WaitAsync(Cancellation);
        await caller.CancelAsync();
        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => running);
        hold.Dispose();

        (canceled.OutcomeUnknown, canceled.Reference).Should().Be((true, Sent.First()));
        canceled.Message.Split("FindRunsByReferenceAsync").Should().HaveCount(2);
        canceled.Message.Should().Contain("What became of the primary model").And.EndWith("Tasks.FindRunsByReferenceAsync.");
    }

    [Fact]
    public async Task What_surely_did_not_run_and_what_has_no_reference_says_nothing_of_it()
    {
        using TaskPlatformClient client = platform.CreateClient(static options => options.Fallback.Mode = FallbackMode.Never);
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Forbidden);
        TaskPlatformException known = await Assert.ThrowsAsync<TaskPlatformPermissionException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation));
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway);
        TaskPlatformException nameless = await Assert.ThrowsAsync<TaskPlatformApiException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));
        platform.RespondNext(FakeOperation.UpdateTask, HttpStatusCode.BadGateway);
        TaskPlatformException update = await Assert.ThrowsAsync<TaskPlatformApiException>(() => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Enabled = true }, Cancellation));

        (known.OutcomeUnknown, nameless.OutcomeUnknown, update.OutcomeUnknown).Should().Be((false, true, true));
        new[] { known, nameless, update }.Should().OnlyContain(failure => !failure.Message.Contains("FindRuns", StringComparison.Ordinal));
    }
}
