using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace DocsCode;

/// <summary>The states of a task that docs/fallback.md draws, and the ways between them.</summary>
public sealed class FallbackStateTests : IDisposable
{
    private const string Primary = "";
    private const string Fallback = "?use_fallback_model=true";

    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly TaskPlatformClient client;

    public FallbackStateTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock);
        client = platform.CreateClient(WithBreaker);
    }

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task The_breaker_opens_lets_one_run_through_and_closes()
    {
        FakeTask task = AddTask(hasFallback: true);
        (await RunAsync(task)).Should().Equal(Primary);

        task.FailPrimary("overloaded");
        (await RunAsync(task)).Should().Equal(Primary, Fallback);
        (await RunAsync(task)).Should().Equal(Primary, Fallback);
        (await RunAsync(task)).Should().Equal(Primary, Fallback);
        (await RunAsync(task)).Should().Equal([Fallback], "after three failures in a row it is open");

        clock.Advance(TimeSpan.FromMinutes(2));
        (await RunAsync(task)).Should().Equal([Primary, Fallback], "one run tries the primary, which fails");
        (await RunAsync(task)).Should().Equal([Fallback], "so it is open again");

        task.Heal();
        clock.Advance(TimeSpan.FromMinutes(2));
        (await RunAsync(task)).Should().Equal(Primary);
        (await RunAsync(task)).Should().Equal([Primary], "it answered, so all go there");
    }

    [Fact]
    public async Task A_refusal_is_remembered_for_ten_minutes_or_until_the_task_is_changed()
    {
        FakeTask task = AddTask(hasFallback: false);
        task.FailPrimary("overloaded");
        (await RunAsync(task)).Should().Equal(Primary, Fallback);
        (await RunAsync(task)).Should().Equal([Primary], "the fallback was refused a moment ago");
        (await RunAsync(task, new RunTaskRequest { RevisionId = task.Revisions[0].Id })).Should().HaveCount(2, "a run that names a revision neither asks the memory nor changes it");

        clock.Advance(TimeSpan.FromMinutes(10));
        (await RunAsync(task)).Should().Equal(Primary, Fallback);
        (await RunAsync(task)).Should().Equal(Primary);

        await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "changed" }, TestContext.Current.CancellationToken);
        (await RunAsync(task)).Should().Equal(Primary, Fallback);
    }

    [Fact]
    public async Task A_fallback_that_is_taken_away_closes_the_breaker_and_the_primary_is_asked()
    {
        FakeTask task = AddTask(hasFallback: true);
        task.FailPrimary("overloaded", times: 3);
        for (int run = 0; run < 3; run++)
        {
            await RunAsync(task);
        }

        await client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { FallbackLlmModelId = null }, TestContext.Current.CancellationToken);

        (await RunAsync(task)).Should().Equal([Fallback, Primary], "open, and refused: the same run goes to the primary");
        (await RunAsync(task)).Should().Equal(Primary);
    }

    private static void WithBreaker(TaskPlatformClientOptions options)
    {
        // docs: breaker
        options.Fallback.FailuresBeforeBreak = 3;                       // 0, the default, turns it off
        options.Fallback.BreakDuration = TimeSpan.FromMinutes(2);       // 1 minute by default

        // docs: end
    }

    private FakeTask AddTask(bool hasFallback)
    {
        FakeTask task = platform.AddTask("Translate", definition => definition.FallbackModelId = hasFallback ? platform.FallbackModelId : null);
        task.FallsBack = false;
        return task;
    }

    // The queries of the requests that one run came to.
    private async Task<IEnumerable<string>> RunAsync(FakeTask task, RunTaskRequest? request = null)
    {
        int before = platform.RequestsFor(FakeOperation.RunTask).Count;
        try
        {
            await client.Tasks.RunAsync(task.Id, request ?? new RunTaskRequest());
        }
        catch (TaskRunFailedException)
        {
            // What was sent is asked here.
        }

        return platform.RequestsFor(FakeOperation.RunTask).Skip(before).Select(static received => received.Query);
    }
}
