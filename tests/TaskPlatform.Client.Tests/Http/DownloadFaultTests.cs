using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>What goes wrong while a file comes down or is saved: nothing half stands under the path, and the cause is told.</summary>
public sealed class DownloadFaultTests : IDisposable
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(100);

    private readonly ManualTimeProvider clock = new();
    private readonly string folder = Directory.CreateTempSubdirectory("downloads").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "saved.bin");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_stops_coming_is_given_up_after_the_read_limit_and_leaves_nothing_behind()
    {
        await using ConnectedClient live = await StartAsync();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        Task saving = SaveAsync(live, Target, new Listener(_ => begun.TrySetResult()));
        await begun.Task.WaitAsync(Cancellation);
        TaskPlatformTimeoutException failure = await RunIntoLimitAsync(saving);

        failure.Limit.Should().Be(TimeLimit.Read);
        failure.RunId.Should().Be(live.RunId);
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_wait_without_await_has_the_limit_too()
    {
        await using ConnectedClient live = await StartAsync();
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.bin", Cancellation);
        content.ReadExactly(new byte[1000]);

        TaskPlatformTimeoutException failure = await RunIntoLimitAsync(Task.Run(() => content.ReadByte(), Cancellation));

        failure.Limit.Should().Be(TimeLimit.Read);
        failure.Duration.Should().Be(ReadLimit);
    }

    [Fact]
    public async Task A_reader_that_takes_its_time_between_two_waits_runs_into_no_limit()
    {
        await using ConnectedClient live = await StartAsync();
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.bin", Cancellation);
        byte[] read = new byte[1000];

        for (int at = 0; at < read.Length; at += 100)
        {
            await content.ReadExactlyAsync(read.AsMemory(at, 100), Cancellation);
            clock.Advance(10 * ReadLimit);
        }

        read.Should().OnlyContain(static value => value == 7);
    }

    [Fact]
    public async Task Waits_with_different_tokens_are_cancelled_each_by_its_own()
    {
        await using ConnectedClient live = await StartAsync();
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.bin", Cancellation);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        await content.ReadExactlyAsync(new byte[500], first.Token);
        await first.CancelAsync();
        await content.ReadExactlyAsync(new byte[500], second.Token);

        ValueTask<int> waiting = content.ReadAsync(new byte[1], second.Token);
        await second.CancelAsync();

        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(async () => await waiting);
        canceled.CancellationToken.Should().Be(second.Token);
    }

    [Fact]
    public async Task What_a_listener_throws_is_no_failure_of_the_connection()
    {
        await using ConnectedClient live = await StartAsync();

        Func<Task> saving = () => SaveAsync(live, Target, new Listener(static _ => throw new InvalidOperationException("listener")));

        (await saving.Should().ThrowExactlyAsync<InvalidOperationException>()).WithMessage("listener");
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_path_that_becomes_a_folder_meanwhile_leaves_nothing_behind()
    {
        await using ConnectedClient live = await StartAsync(static bytes => new ByteArrayContent(bytes));

        Func<Task> saving = () => SaveAsync(live, Target, new Listener(_ => Directory.CreateDirectory(Target)));

        await saving.Should().ThrowAsync<IOException>();
        Directory.GetFileSystemEntries(folder).Should().Equal(Target);
        Directory.GetFileSystemEntries(Target).Should().BeEmpty();
    }

    [Fact]
    public async Task A_folder_that_goes_away_meanwhile_hides_no_failure_of_the_connection()
    {
        await using ConnectedClient live = await StartAsync(static bytes => new BreakingContent(bytes, 2 * bytes.Length));

        await ConnectedClient.ThrownAsync<TaskPlatformConnectionException>(() =>
            SaveAsync(live, Target, new Listener(_ => Directory.Delete(folder, recursive: true))));
    }

    [Fact]
    public async Task A_name_as_long_as_a_name_may_be_is_saved()
    {
        await using ConnectedClient live = await StartAsync(static bytes => new ByteArrayContent(bytes));
        string longest = Path.Combine(folder, new string('x', 251) + ".bin");

        await SaveAsync(live, longest, progress: null);

        Directory.GetFileSystemEntries(folder).Should().Equal(longest);
        (await File.ReadAllBytesAsync(longest, Cancellation)).Should().HaveCount(1000);
    }

    private static Task SaveAsync(ConnectedClient live, string path, IProgress<TransferProgress>? progress)
    {
        TaskRun run = Runs.RunJson.Read($$"""{"id":"{{live.RunId}}","task_id":"{{live.Task.Id}}"}""");
        return live.Client.Tasks.DownloadFileAsync(run, new RunFile { StoredFilename = "a.bin" }, path, progress, Cancellation);
    }

    // A thousand bytes come, and unless told otherwise nothing behind them.
    private async Task<ConnectedClient> StartAsync(Func<byte[], HttpContent>? content = null)
    {
        ConnectedClient live = await ConnectedClient.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Timeouts.Read = ReadLimit;
        });
        byte[] bytes = [.. Enumerable.Repeat((byte)7, 1000)];
        live.Platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = content?.Invoke(bytes) ?? new StuckContent(bytes) });
        return live;
    }

    // The one timer there is is that of the wait for bytes.
    private async Task<TaskPlatformTimeoutException> RunIntoLimitAsync(Task waiting)
    {
        await Eventually.HoldsAsync(() => clock.PendingTimers == 1, Cancellation);
        clock.Advance(ReadLimit - TimeSpan.FromTicks(1));
        waiting.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromTicks(1));
        return await Assert.ThrowsAsync<TaskPlatformTimeoutException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }
}
