using System.Net;
using FluentAssertions;
using NSubstitute;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

public sealed class RunManyTests : IDisposable
{
    private readonly BatchLab lab = new();

    public void Dispose() => lab.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, false)]
    [InlineData(8, true)]
    [InlineData(200, true)]
    public async Task Runs_every_input_once_and_tells_each(int atOnce, bool inOrder)
    {
        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(100, new RunManyOptions { MaxConcurrency = atOnce, InOrder = inOrder }));

        end.Should().BeNull();
        outcomes.Select(outcome => outcome.Index).Should().BeEquivalentTo(Enumerable.Range(0, 100), options => inOrder ? options.WithStrictOrdering() : options);
        outcomes.Should().OnlyContain(outcome => outcome.IsSuccess && outcome.Error == null && outcome.Run!.Reference == BatchLab.Name(outcome.Index) && outcome.Reference == outcome.Run.Reference);
        lab.Platform.ExecutedRuns.Should().Be(100);
        outcomes.Select(outcome => outcome.Fingerprint).Distinct(StringComparer.Ordinal).Should().HaveCount(100);
    }

    [Fact]
    public async Task Sends_as_many_at_once_as_it_may_and_no_more()
    {
        using FakeHold hold = lab.Platform.HoldNext(FakeOperation.RunTask, times: 5);
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(lab.Run(20, new RunManyOptions { MaxConcurrency = 4 }));

        await Eventually.HoldsAsync(() => lab.Sent == 4, TestContext.Current.CancellationToken);
        hold.Arrived.IsCompleted.Should().BeFalse("a fifth would have arrived");
        hold.Release();

        (await reading).Outcomes.Should().HaveCount(20);
    }

    [Fact]
    public async Task In_order_a_slow_first_input_holds_up_the_start_of_others()
    {
        var inputs = new CountedInputs { AfterFirst = () => lab.Sent == 1 };
        using FakeHold first = lab.Platform.HoldNext(FakeOperation.RunTask);
        await using IAsyncEnumerator<RunOutcome> outcomes =
            lab.Run(inputs.WithoutEndAsync(TestContext.Current.CancellationToken), new RunManyOptions { MaxConcurrency = 3, InOrder = true }).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        ValueTask<bool> next = outcomes.MoveNextAsync();
        await Eventually.HoldsAsync(() => lab.Platform.ExecutedRuns == 6, TestContext.Current.CancellationToken);

        first.Release();
        for (int index = 0; index < 200; index++)
        {
            (await next).Should().BeTrue();
            outcomes.Current.Index.Should().Be(index);
            inputs.Told();
            next = outcomes.MoveNextAsync();
        }

        await next;
        inputs.FarthestAhead.Should().BeLessThanOrEqualTo((2 * 3) + 1, "twice the number at once, and the one that waits for room");
    }

    [Fact]
    public async Task Takes_endless_inputs_no_further_ahead_than_it_must()
    {
        var inputs = new CountedInputs();
        int told = 0;

        await foreach (RunOutcome outcome in lab.Run(inputs.WithoutEndAsync(TestContext.Current.CancellationToken), new RunManyOptions { MaxConcurrency = 4 }))
        {
            outcome.IsSuccess.Should().BeTrue();
            inputs.Told();
            if (++told == 500)
            {
                break;
            }
        }

        inputs.FarthestAhead.Should().BeLessThanOrEqualTo(4 + 4 + 1 + 1, "so many under way, as many waiting to be taken, one that is being told and one that waits for a place");
        lab.Executions.Values.Should().OnlyContain(runs => runs == 1);
    }

    [Fact]
    public async Task Leaving_the_enumeration_waits_for_what_was_sent()
    {
        using FakeHold others = lab.Platform.HoldNext(FakeOperation.RunTask, times: 2, at: FakeMoment.AfterExecution);
        IAsyncEnumerator<RunOutcome> outcomes = lab.Run(50, new RunManyOptions { MaxConcurrency = 3 }).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await outcomes.MoveNextAsync();
        await others.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        Task leaving = outcomes.DisposeAsync().AsTask();
        leaving.IsCompleted.Should().BeFalse();
        others.Release();
        await leaving;

        lab.Sent.Should().Be(lab.Platform.ExecutedRuns).And.BeLessThan(50);
    }

    [Fact]
    public async Task A_source_that_throws_ends_the_enumeration_after_the_last_outcome()
    {
        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(Broken(), new RunManyOptions { MaxConcurrency = 2 }));

        end.Should().BeOfType<InvalidTimeZoneException>();
        outcomes.Should().HaveCount(5).And.OnlyContain(outcome => outcome.IsSuccess);

        static IEnumerable<RunTaskRequest> Broken() => BatchLab.Inputs(5).Concat(Enumerable.Repeat(0, 1).Select(static RunTaskRequest (_) => throw new InvalidTimeZoneException("the file")));
    }

    [Fact]
    public async Task An_input_that_is_null_is_refused_by_its_index()
    {
        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run([BatchLab.Input(0), null!]));

        outcomes.Should().ContainSingle();
        end.Should().BeOfType<ArgumentException>().Which.Message.Should().Contain("Input 1 is null");
    }

    [Fact]
    public async Task Failures_are_outcomes_each_of_its_kind()
    {
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.UnprocessableEntity);
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        RunTaskRequest tooLong = BatchLab.Input(2) with { Reference = new string('x', 65) };
        lab.Task.CreditsOfFailedRun = 0.25m;

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(Inputs(), new RunManyOptions { MaxConcurrency = 1 }));

        end.Should().BeNull();
        outcomes.Select(outcome => outcome.Kind).Should().Equal(RunOutcomeKind.NotRun, RunOutcomeKind.Unknown, RunOutcomeKind.NotRun, RunOutcomeKind.Failed, RunOutcomeKind.Succeeded);
        outcomes.Select(outcome => outcome.Credits).Should().Equal(null, null, null, 0.25m, 1m);
        outcomes[1].IsUnknown.Should().BeTrue();
        outcomes[3].Error.Should().BeOfType<TaskRunFailedException>();
        outcomes[3].RunId.Should().Be(lab.Task.Runs[1].Id);

        IEnumerable<RunTaskRequest> Inputs()
        {
            yield return BatchLab.Input(0);
            yield return BatchLab.Input(1);
            yield return tooLong;
            lab.Task.FailPrimary("overloaded", times: 1);
            yield return BatchLab.Input(3);
            yield return BatchLab.Input(4);
        }
    }

    [Fact]
    public async Task Progress_is_told_with_each_outcome_and_at_the_end()
    {
        var progress = new ProgressList<RunManyProgress>();

        await BatchLab.ReadAsync(lab.Run(10, new RunManyOptions { MaxConcurrency = 3, Progress = progress }));

        progress.Reports.Should().HaveCount(11).And.BeInAscendingOrder(report => report.Done);
        progress.Reports[^1].Should().Be(new RunManyProgress { Succeeded = 10, Credits = 10m, Concurrency = 3 });
    }

    [Theory]
    [InlineData(0, null, null, "MaxConcurrency takes 1 to 10,000, and 0 was given")]
    [InlineData(10_001, null, null, "MaxConcurrency takes 1 to 10,000, and 10001 was given")]
    [InlineData(1, 0, null, "MaxCredits must be more than 0")]
    [InlineData(1, null, 0, "MaxFailures must be at least 1")]
    public void Options_out_of_their_limits_are_refused_at_once(int atOnce, int? credits, int? failures, string message)
    {
        Action run = () => lab.Run(1, new RunManyOptions { MaxConcurrency = atOnce, MaxCredits = credits, MaxFailures = failures });

        run.Should().Throw<ArgumentException>().WithParameterName("options").WithMessage($"*{message}*");
    }

    [Fact]
    public async Task Options_of_the_runs_reach_each_run()
    {
        var options = new RunManyOptions { RequestOptions = new RequestOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Trace"] = "42" } } };

        await BatchLab.ReadAsync(lab.Run(3, options));

        lab.Platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(3).And.OnlyContain(request => request.Headers["X-Trace"] == "42");
    }

    [Fact]
    public async Task A_mock_can_stand_in()
    {
        TasksClient tasks = Substitute.For<TasksClient>();
        tasks.RunManyAsync(Arg.Any<Guid>(), Arg.Any<IEnumerable<RunTaskRequest>>(), Arg.Any<RunManyOptions?>(), Arg.Any<CancellationToken>())
            .Returns(Scripted());

        (List<RunOutcome> outcomes, _) = await BatchLab.ReadAsync(tasks.RunManyAsync(Guid.NewGuid(), BatchLab.Inputs(1), cancellationToken: TestContext.Current.CancellationToken));

        outcomes.Should().ContainSingle().Which.IsUnknown.Should().BeTrue();

        static async IAsyncEnumerable<RunOutcome> Scripted()
        {
            await Task.Yield();
            yield return new RunOutcome(0, "order-0", new TaskPlatformException { OutcomeUnknown = true });
        }
    }
}
