using FluentAssertions;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

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
}
