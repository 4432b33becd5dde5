using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A real HTTP proxy on 127.0.0.1: hands on what it is sent, or tunnels, or refuses with a status, or asks for a password first.</summary>
internal sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<(Socket Socket, Task Served)> connections = new();
    private Task accepting = Task.CompletedTask;

    /// <summary>Takes a port; it is closed again until <see cref="Open"/>.</summary>
    internal LoopbackProxy()
    {
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    internal Uri Address { get; }

    /// <summary>The status of every answer; null hands on.</summary>
    internal HttpStatusCode? Refusal { get; init; }

    /// <summary>What <c>Proxy-Authorization</c> must say, else the answer is 407.</summary>
    internal string? Authorization { get; init; }

    /// <summary>The first line of each request, with its <c>Proxy-Authorization</c> where there was one.</summary>
    internal IReadOnlyCollection<string> Requests => requests;

    internal LoopbackProxy Open()
    {
        accepting = AcceptAsync();
        return this;
    }

    internal LoopbackProxy Close()
    {
        listener.Dispose();
        return this;
    }

    internal void Received(string request) => requests.Enqueue(request);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        foreach ((Socket socket, _) in connections)
        {
            socket.Dispose(); // a pool of the client's may keep it open
        }

        await Task.WhenAll(connections.Select(static connection => connection.Served));
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await listener.AcceptSocketAsync();
                connections.Enqueue((socket, Task.Run(new ProxyConnection(socket, this).ServeAsync)));
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was closed.
        }
    }
}
