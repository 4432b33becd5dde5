using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>What the caller's own code does wrong during an upload is told as that, and takes no answer away.</summary>
public sealed class UploadFaultTests
{
    [Fact]
    public async Task A_stream_that_cannot_be_closed_takes_no_answer_away_and_the_others_are_closed()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        using var other = new MemoryStream([1]);

        TaskRun run = await RunAsync(live, TaskFile.FromStream("a", new UnclosableStream()), TaskFile.FromStream("b", other));

        run.Id.Should().Be(live.Task.Runs.Single().Id);
        other.CanRead.Should().BeFalse();
    }

    [Fact]
    public async Task A_stream_that_was_opened_and_cannot_be_closed_is_sent_all_the_same()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskRun run = await RunAsync(live, TaskFile.FromOpener("a", static _ => new(new UnclosableStream())), TaskFile.FromBytes("b", new byte[] { 2 }));

        run.Id.Should().Be(live.Task.Runs.Single().Id);
        live.Task.Runs.Single().Uploads.Select(static file => file.Content.Length).Should().Equal(1, 1);
    }

    [Fact]
    public async Task A_time_out_of_the_function_that_opens_a_file_is_not_the_connections()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            RunAsync(live, TaskFile.FromOpener("f", static _ => throw new TaskCanceledException("store", new TimeoutException()))));

        failure.Should().BeOfType<TaskPlatformException>();
        failure.Message.Should().Contain("Files[0]");
        failure.OutcomeUnknown.Should().BeFalse();
    }

    [Fact]
    public async Task A_listener_that_throws_at_the_last_byte_leaves_the_outcome_unknown()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        var options = new RequestOptions
        {
            Progress = new Listener(static progress =>
            {
                if (progress.BytesTransferred == progress.TotalBytes)
                {
                    throw new InvalidOperationException("listener");
                }
            }),
        };

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), options, TestContext.Current.CancellationToken));

        failure.OutcomeUnknown.Should().BeTrue("every byte was handed over");
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_cut_off_at_the_callers_own_limit()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(static options => options.MaxFileSize = 1000);

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            RunAsync(live, TaskFile.FromStream("s", new OneWayStream(new byte[1001]))));

        failure.Message.Should().Contain("Files[0]").And.Contain("MaxFileSize").And.Contain("1000");
        failure.OutcomeUnknown.Should().BeFalse();
        live.Platform.ExecutedRuns.Should().Be(0);
        (await RunAsync(live, TaskFile.FromStream("s", new OneWayStream(new byte[1000])))).Id.Should().Be(live.Task.Runs.Single().Id);
    }

    private static Task<TaskRun> RunAsync(ConnectedClient live, params TaskFile[] files) =>
        live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { Files = files }, TestContext.Current.CancellationToken);

    private sealed class UnclosableStream() : MemoryStream([1])
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            throw new IOException("cannot be closed");
        }
    }
}
