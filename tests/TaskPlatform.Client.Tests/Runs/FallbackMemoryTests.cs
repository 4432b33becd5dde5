<<<<<<< HEAD
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Fuzz;
=======
using FluentAssertions;
using TaskPlatform.Client.Runs;
>>>>>>> mutation
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

<<<<<<< HEAD
/// <summary>What is remembered of tasks between runs, and of whom nothing is.</summary>
public sealed class FallbackMemoryTests : IDisposable
{
    private const string Fallback = "?use_fallback_model=true";

    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly FakeTask task;

    public FallbackMemoryTests()
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
=======
/// <summary>What is remembered of a task between its runs.</summary>
public sealed class FallbackMemoryTests
{
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(1);
    private static readonly TaskPlatformApiException Refusal = new("No fallback is configured.");

    private readonly ManualTimeProvider clock = new();
    private readonly Guid task = Guid.NewGuid();

    [Fact]
    public void A_run_that_answers_starts_the_count_afresh()
    {
        FallbackMemory memory = Broken(failures: 1);

        memory.PrimaryAnswered(Run());
        memory.PrimaryFailed(Run());
        memory.GoesStraightToFallback(Run()).Should().BeFalse();

        memory.PrimaryFailed(Run());
        memory.GoesStraightToFallback(Run()).Should().BeTrue();
    }

    [Fact]
    public void A_run_that_answers_closes_the_circuit()
    {
        FallbackMemory memory = Broken(failures: 2);

        memory.PrimaryAnswered(Run());

        memory.GoesStraightToFallback(Run()).Should().BeFalse();
    }

    [Fact]
    public void The_circuit_opens_only_once_a_fallback_has_answered()
    {
        FallbackMemory memory = Create(failuresBeforeBreak: 2);
        memory.PrimaryFailed(Run());
        memory.PrimaryFailed(Run());
        memory.PrimaryFailed(Run());
        memory.GoesStraightToFallback(Run()).Should().BeFalse("nobody knows whether there is a fallback that works");

        memory.FallbackAnswered(Run());

        memory.GoesStraightToFallback(Run()).Should().BeTrue();
    }

    [Fact]
    public void When_the_break_is_over_one_run_is_let_through_in_each_further_break()
    {
        FallbackMemory memory = Broken(failures: 2);
        clock.Advance(Break - TimeSpan.FromTicks(1));
        memory.GoesStraightToFallback(Run()).Should().BeTrue();

        clock.Advance(TimeSpan.FromTicks(1));
        memory.GoesStraightToFallback(Run()).Should().BeFalse("this one tries the primary");
        memory.GoesStraightToFallback(Run()).Should().BeTrue("it is not known yet how that ended");

        clock.Advance(Break);
        memory.GoesStraightToFallback(Run()).Should().BeFalse();
    }

    [Fact]
    public void A_run_that_names_a_revision_runs_on_it_and_says_nothing_of_the_others()
    {
        FallbackMemory memory = Broken(failures: 2);
        RunCall[] named = [Run(new RunTaskRequest { RevisionId = Guid.NewGuid() }), Run(new RunTaskRequest { RevisionTag = "next" })];

        foreach (RunCall run in named)
        {
            memory.GoesStraightToFallback(run).Should().BeFalse();
            memory.PrimaryAnswered(run);
            memory.FallbackRefused(run, Refusal);
        }

        memory.RefusalOf(Run()).Should().BeNull();
        memory.GoesStraightToFallback(Run()).Should().BeTrue();
    }

    [Fact]
    public void A_refused_fallback_closes_the_circuit_until_a_fallback_has_answered_again()
    {
        FallbackMemory memory = Broken(failures: 2);

        memory.FallbackRefused(Run(), Refusal);
        memory.GoesStraightToFallback(Run()).Should().BeFalse();
        memory.PrimaryFailed(Run());
        memory.GoesStraightToFallback(Run()).Should().BeFalse();

        memory.FallbackAnswered(Run());
        memory.GoesStraightToFallback(Run()).Should().BeTrue();
    }

    [Fact]
    public void Is_kept_for_each_task_alone()
    {
        FallbackMemory memory = Broken(failures: 2);
        memory.FallbackRefused(Run(other: Guid.NewGuid()), Refusal);

        memory.RefusalOf(Run()).Should().BeNull();
        memory.GoesStraightToFallback(Run(other: Guid.NewGuid())).Should().BeFalse();
    }

    [Fact]
    public void Without_a_number_of_failures_the_circuit_never_opens()
    {
        FallbackMemory memory = Create(failuresBeforeBreak: 0);

        memory.FallbackAnswered(Run());
        memory.PrimaryFailed(Run());

        memory.GoesStraightToFallback(Run()).Should().BeFalse();
    }

    [Fact]
    public void A_refusal_is_remembered_for_ten_minutes_and_not_a_tick_longer()
    {
        FallbackMemory memory = Create(failuresBeforeBreak: 0);
        memory.FallbackRefused(Run(), Refusal);

        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        memory.RefusalOf(Run()).Should().BeSameAs(Refusal);
        memory.RefusalOf(Run(new RunTaskRequest { RevisionTag = "next" })).Should().BeNull("that revision may have one");

        clock.Advance(TimeSpan.FromTicks(1));
        memory.RefusalOf(Run()).Should().BeNull();
    }

    [Fact]
    public void Holds_1024_tasks_and_starts_afresh_with_the_next()
    {
        FallbackMemory memory = Create(failuresBeforeBreak: 0);
        memory.FallbackRefused(Run(), Refusal);
        Guid last = default;
        for (int i = 1; i < 1024; i++)
        {
            memory.FallbackRefused(Run(other: last = Guid.NewGuid()), Refusal);
        }

        memory.RefusalOf(Run()).Should().NotBeNull();
        memory.FallbackRefused(Run(other: last), Refusal);
        memory.RefusalOf(Run()).Should().NotBeNull("a task that is known needs no room");

        memory.FallbackRefused(Run(other: Guid.NewGuid()), Refusal);
        memory.RefusalOf(Run()).Should().BeNull();
    }

    private FallbackMemory Create(int failuresBeforeBreak) => new(failuresBeforeBreak, Break, clock);

    /// <summary>A memory that opens after two failures, told of a fallback's answer and of so many failures.</summary>
    private FallbackMemory Broken(int failures)
    {
        FallbackMemory memory = Create(failuresBeforeBreak: 2);
        memory.FallbackAnswered(Run());
        for (int i = 0; i < failures; i++)
        {
            memory.PrimaryFailed(Run());
        }

        return memory;
    }

    private RunCall Run(RunTaskRequest? request = null, Guid? other = null) =>
        new(other ?? task, request ?? new RunTaskRequest(), null, static (_, _, _) => throw new InvalidOperationException("Nothing is sent here."));
>>>>>>> mutation
}
