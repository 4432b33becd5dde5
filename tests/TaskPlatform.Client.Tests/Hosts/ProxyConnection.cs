using System.Net.Sockets;
using System.Text;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>Serves one connection of a proxy: one request, or a tunnel.</summary>
internal sealed class ProxyConnection(Socket client, LoopbackProxy proxy)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    internal async Task ServeAsync()
    {
        try
        {
            using (client)
            {
                while (await ServeNextAsync())
                {
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // One of the two left.
        }
    }

    // True where the same connection may ask again: for a tunnel, with a password.
    private async Task<bool> ServeNextAsync()
    {
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) + 4) < 4)
        {
            if (!await FillAsync())
            {
                return false;
            }
        }

        string[] lines = Encoding.ASCII.GetString(buffer, 0, head).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string? given = Header(lines, "Proxy-Authorization");
        proxy.Received(given is null ? lines[0] : $"{lines[0]} ({given})");
        bool tunnels = lines[0].StartsWith("CONNECT ", StringComparison.Ordinal);
        if (proxy.Refusal is { } status)
        {
            return await RefuseAsync((int)status, lines, head, tunnels);
        }

        if (proxy.Authorization != given)
        {
            return await RefuseAsync(407, lines, head, tunnels);
        }

        var target = new Uri(tunnels ? $"https://{lines[0].Split(' ')[1]}/" : lines[0].Split(' ')[1]);
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await server.ConnectAsync(target.Host, target.Port);
        if (tunnels)
        {
            await client.SendAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray());
        }
        else
        {
            // The platform is asked as if there were no proxy, and to close, since the next request may go elsewhere.
            string first = lines[0].Replace(target.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);
            await server.SendAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [first, "Connection: close", .. lines.Skip(1), "", ""])));
        }

        await server.SendAsync(buffer.AsMemory(head, filled - head));
        await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        return false;
    }

    private async Task<bool> RefuseAsync(int status, string[] lines, int head, bool tunnels)
    {
        long left = head + long.Parse(Header(lines, "Content-Length") ?? "0", System.Globalization.CultureInfo.InvariantCulture) - filled;
        filled = 0;
        while (left > 0 && await FillAsync())
        {
            left -= filled;
            filled = 0;
        }

        string asks = status == 407 ? "Proxy-Authenticate: Basic realm=\"host\"\r\n" : "";
        await client.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} No\r\n{asks}Content-Length: 0\r\n\r\n"));
        return tunnels || status == 407;
    }

    private async Task<bool> FillAsync()
    {
        int read = await client.ReceiveAsync(buffer.AsMemory(filled));
        filled += read;
        return read > 0;
    }

    private static string? Header(string[] lines, string name) =>
        Array.Find(lines, line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    private static async Task PumpAsync(Socket from, Socket to)
    {
        byte[] piece = new byte[64 * 1024];
        int read;
        while ((read = await from.ReceiveAsync(piece.AsMemory())) > 0)
        {
            await to.SendAsync(piece.AsMemory(0, read));
        }
    }
}
