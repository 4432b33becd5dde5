using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>
/// A server on threads and buffers of its own that allocates nothing for the bytes it takes or gives: what the process
/// allocates while it talks is the client's.
/// </summary>
internal sealed class SilentServer : IDisposable
{
    private static readonly byte[] Zeros = new byte[128 * 1024];

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] answer;
    private readonly long zeros;

    /// <summary>Answers every request with the JSON, or with as many zeros as asked for.</summary>
    internal SilentServer(string json = "", long zeros = 0)
    {
        this.zeros = zeros;
        answer = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length + zeros}\r\n\r\n{json}");
        listener.ReceiveBufferSize = 16 * 1024; // so that the client has to wait for it
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/api/v1/");
        new Thread(Accept) { IsBackground = true }.Start();
    }

    internal Uri Address { get; }

    /// <summary>How many bytes of bodies have come.</summary>
    internal long Received { get; private set; }

    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                using Socket socket = listener.Accept();
                Serve(socket);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    // One connection at a time is all the client opens, since its calls come one behind the other.
    private void Serve(Socket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        int held = 0;
        while (true)
        {
            int headers = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8);
            if (headers >= 0)
            {
                ReadBody(socket, buffer, headers + 4, held);
                held = 0;
                Answer(socket);
                continue;
            }

            int read = socket.Receive(buffer.AsSpan(held));
            if (read == 0)
            {
                return;
            }

            held += read;
        }
    }

    private void ReadBody(Socket socket, byte[] buffer, int start, int held)
    {
        int at = buffer.AsSpan(0, start).IndexOf("Content-Length: "u8);
        long length = at >= 0 && Utf8Parser.TryParse(buffer.AsSpan(at + 16, start - at - 16), out long told, out _) ? told : 0;
        for (long left = length - (held - start); left > 0;)
        {
            left -= socket.Receive(buffer) is var read and > 0 ? read : throw new SocketException((int)SocketError.ConnectionReset);
        }

        Received += length;
    }

    private void Answer(Socket socket)
    {
        socket.Send(answer);
        for (long left = zeros; left > 0;)
        {
            left -= socket.Send(Zeros.AsSpan(0, (int)Math.Min(left, Zeros.Length)));
        }
    }
}
