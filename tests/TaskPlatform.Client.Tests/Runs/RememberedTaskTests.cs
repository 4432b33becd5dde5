using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Fuzz;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>What is remembered of tasks between runs, and of whom nothing is.</summary>
public sealed class RememberedTaskTests : IDisposable
{
    private const string Fallback = "?use_fallback_model=true";

    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly FakeTask task;

    public RememberedTaskTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock) { TokenLifetime = TimeSpan.FromDays(1) };
        task = platform.AddTask("Say something", definition => (definition.UserPrompt, definition.FallbackModelId) = ("Say something", platform.FallbackModelId));
        task.FallsBack = false;
        task.FailPrimary("overloaded");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string> Queries => platform.RequestsFor(FakeOperation.RunTask).Select(static request => request.Query);

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task The_breaker_is_off_unless_it_is_asked_for()
    {
        using TaskPlatformClient client = Client(failuresBeforeBreak: 0);

        for (int i = 0; i < 20; i++)
        {
            await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        }

        Queries.Should().Equal(Enumerable.Repeat<string[]>(["", Fallback], 20).SelectMany(static both => both));
    }

    [Fact]
    public async Task A_run_that_names_a_revision_goes_to_the_primary_though_the_breaker_is_open()
    {
        using TaskPlatformClient client = Client(failuresBeforeBreak: 1);
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest { RevisionId = task.Revisions[0].Id }, Cancellation);

        Queries.Should().Equal("", Fallback, Fallback, $"?revision_id={task.Revisions[0].Id}", $"?revision_id={task.Revisions[0].Id}&use_fallback_model=true");
    }

    [Fact]
    public async Task Half_open_one_run_tries_the_primary_while_the_others_go_straight_to_the_fallback()
    {
        using TaskPlatformClient client = Client(failuresBeforeBreak: 1);
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        clock.Advance(TimeSpan.FromMinutes(1));
        using FakeHold hold = platform.HoldNext(FakeOperation.RunTask);
        int before = Queries.Count();

        Task<TaskRun> first = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await hold.Arrived;
        for (int i = 0; i < 5; i++)
        {
            await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        }

        hold.Release();
        await first;

        Queries.Skip(before).Should().Equal("", Fallback, Fallback, Fallback, Fallback, Fallback, Fallback);
    }

    [Fact]
    public async Task A_thousand_and_twenty_four_tasks_are_remembered_and_no_more()
    {
        int asked = 0;
        using var handler = new AnsweringHandler(request =>
        {
            bool fallback = request.RequestUri!.Query == Fallback;
            asked += fallback ? 1 : 0;
            return new HttpResponseMessage(fallback ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests);
        });
        TaskPlatformClientOptions options = platform.CreateOptions();
        (options.ClientId, options.ClientSecret, options.ApiKey, options.Retry.MaxAttempts) = (null, null, platform.ApiKey, 1);
        using var client = new TaskPlatformClient(options, handler);
        Guid[] tasks = [.. Enumerable.Range(0, 1025).Select(static _ => Guid.NewGuid())];
        Task RunAsync(Guid id) => Assert.ThrowsAsync<TaskPlatformRateLimitException>(() => client.Tasks.RunAsync(id, new RunTaskRequest(), Cancellation));

        foreach (Guid id in tasks.Take(1024))
        {
            await RunAsync(id);
        }

        await RunAsync(tasks[0]);
        int remembered = asked;
        await RunAsync(tasks[1024]);
        await RunAsync(tasks[0]);

        remembered.Should().Be(1024, "the first is still remembered, and no fallback asked again");
        asked.Should().Be(1026, "with one more all are forgotten, so the first is asked again");
    }

    private TaskPlatformClient Client(int failuresBeforeBreak) => platform.CreateClient(options =>
    {
        options.TimeProvider = clock;
        (options.Fallback.FailuresBeforeBreak, options.Fallback.BreakDuration) = (failuresBeforeBreak, TimeSpan.FromMinutes(1));
    });
}
