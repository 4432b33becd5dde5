using FluentAssertions;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>A body counts as cut off only if it surely was.</summary>
public sealed class UploadEvidenceTests : IAsyncDisposable
{
    private static readonly LabCell Cell = new(FaultList.All[0], Again: false, LabCall.Run, Repeats: true, LabFallback.Off);

    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FaultyServer server;

    public UploadEvidenceTests()
    {
        server = new FaultyServer(static () => { }) { Gate = gate.Task };
        server.Open();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_handler_that_gives_up_on_an_upload_that_goes_on_does_not_make_a_run_unmade()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var handler = new ImpatientHandler(PrimaryHandler.Create(TimeSpan.FromSeconds(15)));
        using var client = Client(handler);

        Task<TaskRun> running = client.Tasks.RunAsync(LabCalls.TaskId, new RunTaskRequest { Input = { ["text"] = new string('x', 32_000_000) } }, caller.Token);
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, Cancellation);
        await caller.CancelAsync();
        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => running);
        gate.SetResult();
        await Eventually.HoldsAsync(() => server.Requests.Single().IsExecuted, Cancellation);

        canceled.OutcomeUnknown.Should().BeTrue("the upload went on and the run was made");
    }

    private TaskPlatformClient Client(HttpMessageHandler handler) =>
        new(LabClient.Options(Cell, TimeProvider.System, server.Address, server.Address), handler);

    // As some handlers for time limits do: the answer is no longer waited for, but nobody tells the sender.
    private sealed class ImpatientHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(request, CancellationToken.None).WaitAsync(cancellationToken);
    }
}
