using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>A connection is cut after a run was sent: what became of it is found out, and nothing is paid for twice.</summary>
public sealed class LostRunTests : IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new();
    private KestrelPlatform server = null!;
    private TaskPlatformClient client = null!;
    private FakeTask task = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await KestrelPlatform.StartAsync(new FakeTaskPlatform(timeProvider: clock));
        TaskPlatformClientOptions options = server.CreateOptions();
        options.AutoReference = true;
        options.Retry.MaxAttempts = 1; // so that ConclusiveFrom is the time limit of a run alone
        client = new TaskPlatformClient(options);
        task = server.Fake.AddTask("Translate", static definition => definition.Modality = "text");
        task.Answer("Hola");
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_was_carried_out_is_found_and_not_run_again(bool canceled)
    {
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation); // another customer's
        TaskRun run = await SettleAsync(FakeMoment.AfterExecution, canceled);

        ((TextOutput)run.Output).Text.Should().Be("Hola");
        run.Id.Should().Be(task.Runs[^1].Id);
        server.Fake.ExecutedRuns.Should().Be(2);
        server.Fake.RequestsFor(FakeOperation.RunTask).Should().HaveCount(2);
    }

    [Fact]
    public async Task Where_none_is_listed_the_result_says_up_to_when_it_looked_and_the_caller_waits_for_the_end()
    {
        server.Fake.ThrowNext(FakeOperation.RunTask, new IOException("cut"), at: FakeMoment.BeforeExecution);
        TaskPlatformException lost = await Assert.ThrowsAsync<TaskPlatformConnectionException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));

        clock.Advance(TimeSpan.FromMinutes(1));
        FoundRuns early = await FindAsync(lost.TaskId!.Value, lost.Reference!, lost.SentAt!.Value);
        clock.Advance(early.ConclusiveFrom - clock.GetUtcNow());
        FoundRuns late = await FindAsync(lost.TaskId!.Value, lost.Reference!, lost.SentAt!.Value);

        lost.OutcomeUnknown.Should().BeTrue();
        early.Should().BeEquivalentTo(new { Runs = Array.Empty<TaskRun>(), LookedAt = lost.SentAt.Value.AddMinutes(1), ConclusiveFrom = lost.SentAt.Value.AddMinutes(15), MayStillAppear = true });
        late.Should().BeEquivalentTo(new { Runs = Array.Empty<TaskRun>(), LookedAt = lost.SentAt.Value.AddMinutes(15), MayStillAppear = false });
        server.Fake.ExecutedRuns.Should().Be(0);
        server.Fake.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    private async Task<TaskRun> SettleAsync(FakeMoment cut, bool canceled)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using FakeHold? hold = canceled ? server.Fake.HoldNext(FakeOperation.RunTask, at: cut) : null;
        if (!canceled)
        {
            server.Fake.ThrowNext(FakeOperation.RunTask, new IOException("cut"), at: cut);
        }

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), caller.Token);
        if (hold is not null)
        {
            await hold.Arrived.WaitAsync(Cancellation);
            await caller.CancelAsync();
        }

        (Guid? taskId, string? reference, DateTimeOffset? sentAt) = await FactsAsync(running);
        FoundRuns found = await FindAsync(taskId!.Value, reference!, sentAt!.Value);
        return found.Runs.Should().ContainSingle().Subject;
    }

    private static async Task<(Guid? TaskId, string? Reference, DateTimeOffset? SentAt)> FactsAsync(Task<TaskRun> running)
    {
        try
        {
            await running;
            throw new InvalidOperationException("The run was not lost.");
        }
        catch (TaskPlatformConnectionException lost) when (lost.OutcomeUnknown)
        {
            return (lost.TaskId, lost.Reference, lost.SentAt);
        }
        catch (TaskPlatformCanceledException lost) when (lost.OutcomeUnknown)
        {
            return (lost.TaskId, lost.Reference, lost.SentAt);
        }
    }

    private Task<FoundRuns> FindAsync(Guid taskId, string reference, DateTimeOffset sentAt) =>
        client.Tasks.FindRunsByReferenceAsync(taskId, reference, sentAt, Cancellation);
}
