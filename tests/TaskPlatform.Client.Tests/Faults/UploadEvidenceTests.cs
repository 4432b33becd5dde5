using FluentAssertions;
using TaskPlatform.Client.Http;
using TaskPlatform.Client.Tests.Http;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>A body counts as cut off only if it surely was: programs of the host may break in between its last byte and its end.</summary>
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
    public async Task A_listener_that_breaks_at_the_last_byte_does_not_make_a_run_unmade()
    {
        using var client = Client(PrimaryHandler.Create(TimeSpan.FromSeconds(15)));
        gate.SetResult();
        var options = new RequestOptions { Progress = new Listener(static _ => throw new InvalidOperationException("broken")) };

        TaskPlatformException failure = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => client.Tasks.RunAsync(LabCalls.TaskId, Long(100_000), options, Cancellation));
        client.Dispose();
        await server.IsLeftAsync(TimeSpan.FromSeconds(10));

        server.Requests.Should().ContainSingle().Which.IsExecuted.Should().BeTrue("all of it had arrived");
        failure.OutcomeUnknown.Should().BeTrue("the run was made");
    }

    private static RunTaskRequest Long(int length) => new() { Input = { ["text"] = new string('x', length) } };

    private TaskPlatformClient Client(HttpMessageHandler handler) =>
        new(LabClient.Options(Cell, TimeProvider.System, server.Address, server.Address), handler);
}
