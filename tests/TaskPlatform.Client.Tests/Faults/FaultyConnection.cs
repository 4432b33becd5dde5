using System.Net.Sockets;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Serves the requests of one connection until a fault or the client ends it.</summary>
internal sealed class FaultyConnection(Socket socket, FaultyServer server)
{
    private readonly RequestReader reader = new(socket);

    internal async Task ServeAsync()
    {
        try
        {
            socket.NoDelay = true;
            while (await ServeNextAsync())
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client left first, or tore the connection down.
        }
        finally
        {
            socket.Dispose();
        }
    }

    // False when the connection has ended.
    private async Task<bool> ServeNextAsync()
    {
        if (server.Script.Take(Moment.Accept, Moment.Accept) is { } atOnce)
        {
            return await EndAsync(atOnce);
        }

        if (!await reader.BeginsAsync())
        {
            return false;
        }

        if (server.Script.Take(Moment.Headers, Moment.Headers) is { } early)
        {
            return await EndAsync(early);
        }

        if (await reader.ReadHeadAsync() is not { } head)
        {
            return false;
        }

        ReceivedRequest request = server.Receive(head);
        if (server.Script.Take(Moment.Body, Moment.Body) is { } within)
        {
            return await BreakWithinBodyAsync(head, within);
        }

        await server.Gate;
        if (!await reader.ReadBodyAsync(head))
        {
            return false;
        }

        Fault? fault = server.Script.Take(Moment.Request, Moment.Answer);
        request.IsExecuted = fault is not { Refuses: true };
        await SendAsync(FaultyAnswer.To(head, fault, server), fault);
        return fault is null || await EndAsync(fault);
    }

    private async Task<bool> BreakWithinBodyAsync(RequestHead head, Fault fault)
    {
        if (head.ContentLength > 0 || head.IsChunked)
        {
            await reader.BeginsAsync();
        }

        if (fault.Status is not null)
        {
            await SendAsync(FaultyAnswer.To(head, fault, server), fault: null);
        }

        return await EndAsync(fault);
    }

    private async Task SendAsync(FaultyAnswer answer, Fault? fault)
    {
        ReadOnlyMemory<byte> bytes = answer.Until(fault?.Until ?? Moment.Answer);
        int step = fault is { Dribbles: true } ? 1 : bytes.Length;
        for (int at = 0; at < bytes.Length; at += step)
        {
            await socket.SendAsync(bytes.Slice(at, step));
        }
    }

    private async Task<bool> EndAsync(Fault fault)
    {
        switch (fault.Ending)
        {
            case Ending.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            case Ending.Close:
                socket.Shutdown(SocketShutdown.Send);
                await reader.DrainAsync();
                return false;
            case Ending.Stall:
                server.Stall();
                await reader.DrainAsync();
                return false;
            default:
                return true;
        }
    }
}
