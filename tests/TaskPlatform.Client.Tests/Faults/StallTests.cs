using FluentAssertions;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Bytes that stop coming or going without anybody saying so, on real sockets and a clock of the test's own.</summary>
public sealed class StallTests
{
    private static readonly LabCell Cell = new(FaultList.All[0], Again: false, LabCall.Run, Repeats: true, LabFallback.Off);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_that_stands_still_for_a_hundred_seconds_is_given_up_and_nothing_was_run()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultyServer(static () => { }) { Gate = gate.Task };
        server.Open();
        using var client = new TaskPlatformClient(LabClient.Options(Cell, clock, server.Address, server.Address));
        var request = new RunTaskRequest { Reference = "order-42", Files = [TaskFile.FromBytes("big.bin", new byte[16_000_000])] };

        Task<TaskRun> running = client.Tasks.RunAsync(LabCalls.TaskId, request, Cancellation);
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, Cancellation);
        clock.Advance(Limit - Tick);
        bool early = running.IsCompleted;
        await Eventually.HoldsAsync(
            () =>
            {
                clock.Advance(Limit); // the sockets may have taken a last piece since
                return running.IsCompleted;
            },
            Cancellation);
        TaskPlatformTimeoutException failure = await Assert.ThrowsAsync<TaskPlatformTimeoutException>(() => running);
        gate.SetResult();

        early.Should().BeFalse();
        failure.Limit.Should().Be(TimeLimit.Upload);
        failure.Duration.Should().Be(Limit);
        failure.OutcomeUnknown.Should().BeFalse("its last byte was never handed over");
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.CutOff);
        failure.Reference.Should().Be("order-42");
        (await server.IsLeftAsync(TimeSpan.FromSeconds(10))).Should().BeTrue("no connection stays behind");
        server.Requests.Should().ContainSingle().Which.IsExecuted.Should().BeFalse();
    }

    [Fact]
    public async Task A_caller_who_cancels_an_upload_that_stands_still_knows_that_nothing_was_run()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = new FaultyServer(static () => { }) { Gate = gate.Task };
        server.Open();
        using var client = new TaskPlatformClient(LabClient.Options(Cell, clock, server.Address, server.Address));
        var request = new RunTaskRequest { Reference = "order-42", Files = [TaskFile.FromBytes("big.bin", new byte[16_000_000])] };

        Task<TaskRun> running = client.Tasks.RunAsync(LabCalls.TaskId, request, caller.Token);
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, Cancellation);
        await caller.CancelAsync();
        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => running);
        gate.SetResult();

        canceled.OutcomeUnknown.Should().BeFalse();
        canceled.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.CutOff);
        (await server.IsLeftAsync(TimeSpan.FromSeconds(10))).Should().BeTrue();
        server.Requests.Single().IsExecuted.Should().BeFalse();
    }

    [Fact]
    public async Task An_upload_that_is_torn_off_hints_at_its_size_and_is_not_sent_again()
    {
        await using var server = new FaultyServer(static () => { });
        server.Script.Play(FaultList.All.Single(static fault => fault.Name == "reset within the body"), times: 1);
        server.Open();
        using var client = new TaskPlatformClient(LabClient.Options(Cell, clock, server.Address, server.Address));
        var request = new RunTaskRequest { Files = [TaskFile.FromBytes("big.bin", new byte[16_000_000])] };

        TaskPlatformConnectionException failure = await Assert.ThrowsAsync<TaskPlatformConnectionException>(() => client.Tasks.RunAsync(LabCalls.TaskId, request, Cancellation));

        failure.Message.Should().Contain("not carried out").And.Contain("larger than it takes");
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.CutOff);
        server.Requests.Should().ContainSingle().Which.IsExecuted.Should().BeFalse();
    }

    [Fact]
    public async Task An_upload_that_moves_may_take_as_long_as_it_takes()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.TimeProvider = clock);
        var slow = new SlowStream(pieces: 20, () => clock.Advance(Limit - Tick));

        TaskRun run = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { Files = [TaskFile.FromStream("slow.bin", slow)] }, Cancellation);

        run.Response!.Elapsed.Should().BeGreaterThan(TimeSpan.FromMinutes(30));
        live.Platform.ExecutedRuns.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_stands_still_on_its_way_down_is_given_up_after_the_read_limit(bool awaited)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.TimeProvider = clock);
        live.Platform.RespondNext(FakeOperation.DownloadFile, static _ => new HttpResponseMessage { Content = new StuckContent(new byte[1000]) });
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "picture.png", Cancellation);
        await content.ReadExactlyAsync(new byte[1000], Cancellation);
        clock.Advance(Limit); // while nobody waits for bytes, no limit runs

        Task<int> next = awaited ? content.ReadAsync(new byte[10], Cancellation).AsTask() : Task.Run(() => content.Read(new byte[10]), Cancellation);
        await Eventually.HoldsAsync(() => clock.PendingTimers == 1, Cancellation);
        clock.Advance(Limit - Tick);
        bool early = next.IsCompleted;
        clock.Advance(Tick);
        TaskPlatformTimeoutException failure = await Assert.ThrowsAsync<TaskPlatformTimeoutException>(() => next);

        early.Should().BeFalse();
        failure.Limit.Should().Be(TimeLimit.Read);
        failure.Duration.Should().Be(Limit);
        failure.RunId.Should().Be(live.RunId);
        failure.OutcomeUnknown.Should().BeFalse();
    }

    [Fact]
    public async Task Each_wait_for_bytes_of_a_file_has_the_whole_limit()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.TimeProvider = clock);
        live.Answer(FakeOperation.DownloadFile, 200, new byte[100], "application/octet-stream");
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "picture.png", Cancellation);

        for (int i = 0; i < 100; i++)
        {
            clock.Advance(Limit - Tick);
            (await content.ReadAsync(new byte[1], Cancellation)).Should().Be(1);
        }

        (await content.ReadAsync(new byte[1], Cancellation)).Should().Be(0);
    }

    // Comes in parts smaller than what the client sends at once, each after a pause.
    private sealed class SlowStream(int pieces, Action pause) : ForwardStream
    {
        private const int Piece = 48 * 1024;
        private int left = pieces;

        public override int Read(Span<byte> buffer)
        {
            if (left == 0)
            {
                return 0;
            }

            pause();
            left--;
            return Math.Min(buffer.Length, Piece);
        }
    }
}
