using FluentAssertions;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A request that does not go out is given up after 100 s without progress, whatever the call's own limit.</summary>
public sealed class UploadStallTests
{
    private static readonly Guid Id = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    [Theory]
    [InlineData(false)] // the body is never asked for
    [InlineData(true)] // it is, and its first bytes go nowhere
    public async Task Says_that_it_was_the_upload_and_that_nothing_ran(bool asksForBody)
    {
        var clock = new ManualTimeProvider();
        using var network = new StuckNetwork(asksForBody);
        var options = new TaskPlatformClientOptions { OrganizationId = Id, ProjectId = Id, ApiKey = "key", TimeProvider = clock };
        using var client = new TaskPlatformClient(options, network);

        Task<TaskRun> running = client.Tasks.RunAsync(Id, new RunTaskRequest(), new RequestOptions { Timeout = TimeSpan.FromSeconds(2) }, TestContext.Current.CancellationToken);
        await network.Reached;
        clock.Advance(TimeSpan.FromSeconds(100) - TimeSpan.FromTicks(1));
        running.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        TaskPlatformTimeoutException failure = await Assert.ThrowsAsync<TaskPlatformTimeoutException>(() => running);
        failure.Limit.Should().Be(TimeLimit.Upload);
        failure.Duration.Should().Be(TimeSpan.FromSeconds(100));
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.CutOff);
    }

    private sealed class StuckNetwork(bool asksForBody) : HttpMessageHandler
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Reached => reached.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var stuck = new StuckStream(reached);
            await (asksForBody ? request.Content!.CopyToAsync(stuck, cancellationToken) : stuck.WriteAsync(default, cancellationToken).AsTask());
            throw new InvalidOperationException("It was not stuck.");
        }
    }

    private sealed class StuckStream(TaskCompletionSource reached) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reached.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
    }
}
