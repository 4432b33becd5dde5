using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>
/// A server on a raw socket that can do what no framework does, and counts what it carries out. Healthy but for the
/// fault its script says.
/// </summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentQueue<Task> connections = new();
    private readonly ConcurrentQueue<ReceivedRequest> requests = new();
    private readonly Action stalled;
    private Task accepting = Task.CompletedTask;

    /// <summary>Takes a port, which is closed until <see cref="Open"/>.</summary>
    internal FaultyServer(Action stalled)
    {
        this.stalled = stalled;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/");
    }

    internal Uri Address { get; }

    internal FaultScript Script { get; } = new();

    /// <summary>Ends when the server may read the body of a request.</summary>
    internal Task Gate { get; init; } = Task.CompletedTask;

    /// <summary>Where redirects to another origin point.</summary>
    internal Uri? Elsewhere { get; init; }

    internal IReadOnlyCollection<ReceivedRequest> Requests => requests;

    internal void Open()
    {
        listener.Listen();
        accepting = AcceptAsync();
    }

    /// <summary>Forgets what has come so far.</summary>
    internal void Forget() => requests.Clear();

    internal ReceivedRequest Receive(RequestHead head)
    {
        var request = new ReceivedRequest(head);
        requests.Enqueue(request);
        return request;
    }

    /// <summary>Tells that a request will never be answered.</summary>
    internal void Stall() => stalled();

    /// <summary>Takes no more connections and waits until the client has left those there are; false when it doesn't.</summary>
    internal async Task<bool> IsLeftAsync(TimeSpan limit)
    {
        listener.Dispose();
        await accepting;
        try
        {
            await Task.WhenAll(connections).WaitAsync(limit);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await listener.AcceptAsync();
                connections.Enqueue(Task.Run(new FaultyConnection(socket, this).ServeAsync));
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }
}
