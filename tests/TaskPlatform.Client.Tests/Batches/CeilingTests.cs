using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

public sealed class CeilingTests : IDisposable
{
    private readonly BatchLab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Starts_nothing_once_the_credits_are_reached()
    {
        lab.Task.Credits = 1.50m;

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(20, new RunManyOptions { MaxConcurrency = 1, MaxCredits = 6m }));

        outcomes.Should().HaveCount(4);
        lab.Platform.CreditsCharged.Should().Be(6m);
        RunManyStoppedException stopped = end.Should().BeOfType<RunManyStoppedException>().Subject;
        stopped.Ceiling.Should().Be(RunManyCeiling.Credits);
        stopped.Progress.Should().Be(new RunManyProgress { Succeeded = 4, Credits = 6m, Concurrency = 1 });
        stopped.Message.Should().Contain("MaxCredits = 6").And.Contain("4 succeeded");
    }

    [Fact]
    public async Task Is_exceeded_by_what_was_in_flight_and_no_more()
    {
        for (int round = 0; round < 20; round++)
        {
            using var one = new BatchLab();

            (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(one.Run(200, new RunManyOptions { MaxConcurrency = 8, MaxCredits = 10m }));

            end.Should().BeOfType<RunManyStoppedException>();
            one.Platform.CreditsCharged.Should().BeInRange(10m, 10m + 7m);
            outcomes.Should().HaveCount(one.Platform.ExecutedRuns);
        }
    }

    [Fact]
    public async Task A_ceiling_that_is_reached_by_the_last_input_stops_nothing()
    {
        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(5, new RunManyOptions { MaxConcurrency = 1, MaxCredits = 5m }));

        outcomes.Should().HaveCount(5);
        end.Should().BeNull();
    }

    [Fact]
    public async Task A_failure_is_counted_before_its_place_is_given_away()
    {
        for (int round = 0; round < 40; round++)
        {
            using var one = new BatchLab();
            one.Task.FailPrimary("overloaded");

            (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(one.Run(200, new RunManyOptions { MaxConcurrency = 8, MaxFailures = 3 }));

            end.Should().BeOfType<RunManyStoppedException>().Which.Ceiling.Should().Be(RunManyCeiling.Failures);
            one.Platform.ExecutedRuns.Should().BeInRange(3, 3 + 7);
            outcomes.Should().HaveCount(one.Platform.ExecutedRuns);
        }
    }

    [Fact]
    public async Task An_unknown_outcome_costs_as_much_as_the_dearest_run_so_far()
    {
        lab.Task.Credits = 2m;
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        var progress = new ProgressList<RunManyProgress>();

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(20, new RunManyOptions { MaxConcurrency = 1, MaxCredits = 6m, InOrder = true, Progress = progress }));

        end.Should().BeOfType<RunManyStoppedException>().Which.Progress.Credits.Should().Be(6m, "the first, unknown one counts in full once a price is known");
        outcomes.Select(outcome => outcome.Kind).Should().Equal(RunOutcomeKind.Unknown, RunOutcomeKind.Succeeded, RunOutcomeKind.Succeeded);
        lab.Platform.CreditsCharged.Should().Be(6m);
    }

    [Fact]
    public async Task Both_charges_of_a_fallback_count()
    {
        using var one = new BatchLab(hasFallback: true);
        one.Task.CreditsOfFailedRun = 0.5m;
        one.Task.FailPrimary("overloaded");

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(one.Run(20, new RunManyOptions { MaxConcurrency = 1, MaxCredits = 3m }));

        end.Should().BeOfType<RunManyStoppedException>().Which.Progress.Credits.Should().Be(3m);
        outcomes.Should().HaveCount(2).And.OnlyContain(outcome => outcome.Credits == 1.5m);
    }

    [Fact]
    public async Task Failed_runs_are_charged_too()
    {
        lab.Task.CreditsOfFailedRun = 0.5m;
        lab.Task.FailPrimary("overloaded");

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(20, new RunManyOptions { MaxConcurrency = 1, MaxCredits = 2m }));

        end.Should().BeOfType<RunManyStoppedException>().Which.Progress.Should().Be(new RunManyProgress { Failed = 4, Credits = 2m, Concurrency = 1 });
        outcomes.Should().OnlyContain(outcome => outcome.Kind == RunOutcomeKind.Failed && outcome.RunId != null);
    }

    [Fact]
    public async Task Runs_that_are_returned_failed_are_failures_as_well()
    {
        using var one = new BatchLab(configure: static options => options.ThrowOnRunError = false);
        one.Task.FailPrimary("overloaded");

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(one.Run(20, new RunManyOptions { MaxConcurrency = 1, MaxFailures = 2 }));

        end.Should().BeOfType<RunManyStoppedException>();
        outcomes.Should().HaveCount(2).And.OnlyContain(outcome => outcome.Run!.IsError && !outcome.IsSuccess);
    }
}
