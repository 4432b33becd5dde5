using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>An upload whose connection breaks in the middle.</summary>
public sealed class UploadCutOffTests : IDisposable
{
    private const int Length = 4_000_000;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int opened;
    private int connections;

    public UploadCutOffTests() => listener.Start();

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData(Length)]
    [InlineData(null)]
    public async Task Is_not_repeated_and_surely_was_not_carried_out(int? told)
    {
        using TaskPlatformClient client = Client();
        Task serving = CutOffAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => client.Tasks.RunAsync(
            Guid.NewGuid(), new RunTaskRequest { Reference = "r", Files = [TaskFile.FromOpener("a.bin", Open, told)] }, TestContext.Current.CancellationToken));

        failure.OutcomeUnknown.Should().BeFalse();
        failure.Reference.Should().Be("r");
        failure.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.CutOff);
        opened.Should().Be(1);
        listener.Stop();
        await serving;
        connections.Should().Be(1);
    }

    private ValueTask<Stream> Open(CancellationToken cancellationToken)
    {
        opened++;
        return new(new HeldStream(new byte[Length], cut.Task));
    }

    // Reads a part of the body, breaks the connection off, and would take another.
    private async Task CutOffAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await listener.AcceptSocketAsync();
                connections++;
                byte[] some = new byte[20_000];
                for (int held = 0; held < some.Length;)
                {
                    held += await socket.ReceiveAsync(some.AsMemory(held));
                }

                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
                cut.TrySetResult();
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private TaskPlatformClient Client() => new(new TaskPlatformClientOptions
    {
        BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v1/"),
        OrganizationId = Guid.NewGuid(),
        ProjectId = Guid.NewGuid(),
        ApiKey = "key",
        Retry = { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    });

    // Gives its first half at once and the rest when the connection is gone.
    private sealed class HeldStream(byte[] content, Task gone) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= 500_000)
            {
                await gone.WaitAsync(cancellationToken);
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
