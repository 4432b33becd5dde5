using System.Runtime.CompilerServices;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>A cancellation stops the starting: what was sent is told in any case.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly BatchLab lab = new();
    private readonly CancellationTokenSource cancel = new();

    public void Dispose()
    {
        cancel.Dispose();
        lab.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lets_what_was_sent_finish(bool inOrder)
    {
        using FakeHold hold = lab.Platform.HoldNext(FakeOperation.RunTask, times: 3);
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(lab.RunUntil(50, new RunManyOptions { MaxConcurrency = 3, InOrder = inOrder }, cancel.Token));
        await hold.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await cancel.CancelAsync();
        reading.IsCompleted.Should().BeFalse();
        hold.Release();
        (List<RunOutcome> outcomes, Exception? end) = await reading;

        end.Should().BeAssignableTo<OperationCanceledException>().Which.CancellationToken.Should().Be(cancel.Token);
        outcomes.Should().HaveCount(3).And.OnlyContain(outcome => outcome.IsSuccess);
        lab.Platform.ExecutedRuns.Should().Be(3);
    }

    [Fact]
    public async Task Cancels_what_was_sent_when_told_to_and_tells_that_nobody_knows()
    {
        using FakeHold hold = lab.Platform.HoldNext(FakeOperation.RunTask, times: 3);
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(lab.RunUntil(50, new RunManyOptions { MaxConcurrency = 3, AbortInFlight = true }, cancel.Token));
        await hold.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await cancel.CancelAsync();
        (List<RunOutcome> outcomes, Exception? end) = await reading;

        end.Should().BeAssignableTo<OperationCanceledException>();
        outcomes.Should().HaveCount(3).And.OnlyContain(outcome => outcome.IsUnknown);
        lab.Sent.Should().Be(3);
    }

    [Fact]
    public async Task Starts_nothing_when_cancelled_before()
    {
        await cancel.CancelAsync();

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.RunUntil(50, options: null, cancel.Token));

        end.Should().BeAssignableTo<OperationCanceledException>();
        outcomes.Should().BeEmpty();
        lab.Sent.Should().Be(0);
    }

    [Fact]
    public async Task The_token_of_the_enumeration_counts_as_well()
    {
        using FakeHold hold = lab.Platform.HoldNext(FakeOperation.RunTask, times: 1);
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(Forward());
        await hold.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await cancel.CancelAsync();
        hold.Release();

        (await reading).End.Should().BeAssignableTo<OperationCanceledException>();

        async IAsyncEnumerable<RunOutcome> Forward()
        {
            await foreach (RunOutcome outcome in lab.Run(50, new RunManyOptions { MaxConcurrency = 1 }).WithCancellation(cancel.Token))
            {
                yield return outcome;
            }
        }
    }

    [Fact]
    public async Task A_cancellation_that_comes_when_all_is_done_changes_nothing()
    {
        int reports = 0;
        var progress = new CallbackProgress<RunManyProgress>(_ =>
        {
            if (++reports == 6)
            {
                cancel.Cancel();
            }
        });

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.RunUntil(5, new RunManyOptions { Progress = progress }, cancel.Token));

        outcomes.Should().HaveCount(5);
        end.Should().BeNull();
        cancel.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task A_source_that_ends_of_itself_when_cancelled_is_not_taken_for_done()
    {
        (_, Exception? end) = await BatchLab.ReadAsync(lab.Client.Tasks.RunManyAsync(lab.Task.Id, Polite(cancel.Token), new RunManyOptions { MaxConcurrency = 1 }, cancel.Token));

        end.Should().BeAssignableTo<OperationCanceledException>();

        async IAsyncEnumerable<RunTaskRequest> Polite([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return BatchLab.Input(0);
            await cancel.CancelAsync();
            while (!cancellationToken.IsCancellationRequested)
            {
                yield return BatchLab.Input(1);
            }
        }
    }

    [Fact]
    public async Task Every_moment_of_stopping_tells_all_that_was_sent()
    {
        for (int moment = 0; moment <= 12; moment++)
        {
            using var one = new BatchLab();
            using var source = new CancellationTokenSource();
            List<RunOutcome> told = [];
            Func<Task> read = async () =>
            {
                await foreach (RunOutcome outcome in one.RunUntil(12, new RunManyOptions { MaxConcurrency = 3 }, source.Token))
                {
                    told.Add(outcome);
                    if (told.Count == moment)
                    {
                        await source.CancelAsync();
                    }
                }
            };

            Exception? end = await Record.ExceptionAsync(read);

            told.Should().NotContain(outcome => !outcome.IsSuccess);
            told.Select(outcome => outcome.Reference).Should().BeEquivalentTo(one.Task.Runs.Select(run => run.Reference));
            (end is null && told.Count < 12).Should().BeFalse("what was not started must not pass for done");
        }
    }
}
