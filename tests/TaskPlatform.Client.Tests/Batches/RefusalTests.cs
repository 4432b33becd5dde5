using System.Net;
using System.Threading.Channels;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

public sealed class RefusalTests
{
    private readonly ManualTimeProvider clock = new();

    [Theory]
    [InlineData(10)]
    [InlineData(2)]
    public async Task A_platform_that_refuses_some_gets_every_input_once(int every)
    {
        RefusingHandler? refusing = null;
        using var lab = new BatchLab(front: platform => refusing = new RefusingHandler(platform, every));

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(1000, new RunManyOptions { MaxConcurrency = 16 }));

        end.Should().BeNull();
        outcomes.Should().HaveCount(1000).And.OnlyContain(outcome => outcome.IsSuccess);
        lab.Executions.Should().HaveCount(1000).And.OnlyContain(input => input.Value == 1);
        refusing!.Refused.Should().BeGreaterThan(500 / every);
    }

    [Fact]
    public async Task One_wait_is_for_all_and_nothing_starts_during_it()
    {
        using var lab = new BatchLab(clock);
        Channel<RunTaskRequest> source = Channel.CreateUnbounded<RunTaskRequest>();
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(40));
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(lab.Run(source.Reader.ReadAllAsync(TestContext.Current.CancellationToken)));

        source.Writer.TryWrite(BatchLab.Input(0));
        await WaitForAsync(pauses: 1, TimeSpan.FromSeconds(40));
        source.Writer.TryWrite(BatchLab.Input(1));
        source.Writer.Complete();
        await WaitForAsync(pauses: 2, TimeSpan.FromSeconds(40));
        clock.Advance(TimeSpan.FromSeconds(39.9));
        lab.Sent.Should().Be(1);

        clock.Advance(TimeSpan.FromSeconds(5));
        (List<RunOutcome> outcomes, Exception? end) = await reading;

        end.Should().BeNull();
        outcomes.Should().HaveCount(2).And.OnlyContain(outcome => outcome.IsSuccess);
        lab.Sent.Should().Be(3);
    }

    [Fact]
    public async Task A_wait_longer_than_a_single_run_would_take_is_kept()
    {
        using var lab = new BatchLab(clock);
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.FromHours(2));
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(lab.Run(1));
        await WaitForAsync(pauses: 1, TimeSpan.FromHours(2));

        clock.Advance(TimeSpan.FromHours(2.3));

        (await reading).Outcomes.Should().ContainSingle().Which.IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task Stopping_gives_up_what_waits_and_tells_that_it_was_not_run()
    {
        using var lab = new BatchLab(clock);
        using var cancel = new CancellationTokenSource();
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(50));
        Task<(List<RunOutcome> Outcomes, Exception? End)> reading = BatchLab.ReadAsync(lab.RunUntil(1, options: null, cancel.Token));
        await WaitForAsync(pauses: 1, TimeSpan.FromSeconds(50));

        await cancel.CancelAsync();
        (List<RunOutcome> outcomes, Exception? end) = await reading;

        outcomes.Should().ContainSingle().Which.Kind.Should().Be(RunOutcomeKind.NotRun);
        end.Should().BeAssignableTo<OperationCanceledException>();
        lab.Sent.Should().Be(1);
    }

    [Fact]
    public async Task An_input_is_refused_in_ten_rounds_at_most()
    {
        using var lab = new BatchLab(configure: static options => options.Retry.MaxAttempts = 2);
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, times: 1000);

        (List<RunOutcome> outcomes, Exception? end) = await BatchLab.ReadAsync(lab.Run(1));

        end.Should().BeNull();
        outcomes.Should().ContainSingle().Which.Kind.Should().Be(RunOutcomeKind.NotRun);
        outcomes[0].Error.Should().BeOfType<TaskPlatformRateLimitException>();
        lab.Sent.Should().Be(20);
    }

    [Fact]
    public async Task A_stream_is_not_sent_again_once_its_run_has_ended()
    {
        using var lab = new BatchLab(configure: static options => options.Retry.MaxAttempts = 1);
        FakeTask task = lab.Platform.AddTask("Describe", definition => definition.FileInputMode = "any");
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);
        RunTaskRequest request = new() { Files = [TaskFile.FromStream("a.txt", new MemoryStream("one"u8.ToArray()))] };

        (List<RunOutcome> outcomes, _) = await BatchLab.ReadAsync(lab.Run([request], taskId: task.Id));

        outcomes.Should().ContainSingle().Which.Kind.Should().Be(RunOutcomeKind.NotRun);
        lab.Sent.Should().Be(1);
    }

    [Fact]
    public async Task A_fallback_is_asked_after_one_round()
    {
        using var lab = new BatchLab(hasFallback: true, configure: static options => options.Retry.MaxAttempts = 2);
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, times: 2);

        (List<RunOutcome> outcomes, _) = await BatchLab.ReadAsync(lab.Run(1));

        outcomes.Should().ContainSingle().Which.Run!.Fallback.By.Should().Be(FallbackOrigin.Client);
        lab.Sent.Should().Be(3);
    }

    // A wait is as long as was asked and up to a tenth more. No other timer of a client may be in between: none of 30 s, which a token may take.
    private Task WaitForAsync(int pauses, TimeSpan asked) =>
        Eventually.HoldsAsync(() => clock.PendingBetween(asked, asked * 1.1) == pauses, TestContext.Current.CancellationToken);
}
