using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A host that goes down while calls are under way: what is on the wire is answered, what is not is never sent, and each caller learns which.</summary>
public sealed class DisposalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FakeOperation.RunTask)]
    [InlineData(FakeOperation.UpdateTask)]
    [InlineData(FakeOperation.UpdateAgent)]
    public async Task Calls_on_the_wire_are_answered(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        FakeHold hold = live.Platform.HoldNext(operation, times: 20);
        Task[] calls = [.. Enumerable.Range(0, 20).Select(_ => live.CallAsync(operation))];
        await hold.Arrived;

        await live.Client.DisposeAsync();
        hold.Release();
        await Task.WhenAll(calls);

        live.Platform.RequestsFor(operation).Should().HaveCount(20);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => live.CallAsync(operation));
    }

    [Theory]
    [InlineData(FakeOperation.RunTask)]
    [InlineData(FakeOperation.UpdateTask)]
    [InlineData(FakeOperation.UpdateAgent)]
    public async Task Calls_of_a_host_whose_container_goes_down_are_answered(FakeOperation operation)
    {
        await using HostedClient live = await HostedClient.StartAsync();
        FakeHold hold = live.Platform.HoldNext(operation);
        Task call = live.CallAsync(operation);
        await hold.Arrived;

        await live.Provider.DisposeAsync();
        hold.Release();
        await call;

        live.Executed(operation).Should().Be(1);
    }

    [Fact]
    public async Task A_file_that_is_coming_down_comes_down_to_its_end()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        byte[] file = [.. Enumerable.Range(0, 5_000_000).Select(static at => (byte)at)];
        live.Answer(FakeOperation.DownloadFile, 200, file, "application/octet-stream");
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "picture.png", Cancellation);
        byte[] read = new byte[file.Length];
        await content.ReadExactlyAsync(read.AsMemory(0, 1000), Cancellation);

        await live.Client.DisposeAsync();
        await content.ReadExactlyAsync(read.AsMemory(1000), Cancellation);

        read.Should().Equal(file);
    }

    [Fact]
    public async Task A_call_that_waits_to_be_repeated_is_not_sent_again_and_says_that_it_was_refused()
    {
        var clock = new ManualTimeProvider();
        using var log = new CapturedLog();
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => (options.TimeProvider, options.LoggerFactory) = (clock, log));
        live.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(30));
        Task run = live.CallAsync(FakeOperation.RunTask);
        await Eventually.HoldsAsync(() => log.Lines.Any(static line => line.Contains("CallRepeated", StringComparison.Ordinal)), Cancellation);

        await live.Client.DisposeAsync();
        await Eventually.HoldsAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(33)); // the pause may begin a moment after it was told of
                return run.IsCompleted;
            },
            Cancellation);
        TaskPlatformException failure = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => run);

        failure.OutcomeUnknown.Should().BeFalse();
        failure.Reference.Should().Be("order-42");
        failure.Attempts[0].Outcome.Should().Be(AttemptOutcome.Throttled);
        live.Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    [Fact]
    public async Task A_call_that_waits_for_a_token_is_not_sent()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        using FakeHold hold = live.Platform.HoldNext(FakeOperation.Token);
        Task run = live.CallAsync(FakeOperation.RunTask);
        await hold.Arrived;

        await live.Client.DisposeAsync();
        TaskPlatformAuthenticationException failure = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => run);

        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().BeEmpty();
        live.Platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }
}
