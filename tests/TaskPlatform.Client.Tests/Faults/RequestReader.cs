using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Reads requests off a socket: enough of HTTP/1.1 to know when the headers and when the whole body have come.</summary>
internal sealed class RequestReader(Socket socket)
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>Waits for the first bytes of a request; false when the client closed the connection instead.</summary>
    internal async Task<bool> BeginsAsync() => start < end || await FillAsync();

    /// <summary>Reads on to the end of the headers; null when the client left before.</summary>
    internal async Task<RequestHead?> ReadHeadAsync()
    {
        int length;
        while ((length = buffer.AsSpan(start..end).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        RequestHead head = RequestHead.Parse(buffer.AsSpan(start, length));
        start += length + 4;
        return head;
    }

    /// <summary>Reads the body to its end; false when the client left before.</summary>
    internal async Task<bool> ReadBodyAsync(RequestHead head) =>
        head.IsChunked ? await SkipChunksAsync() : await SkipAsync(head.ContentLength);

    /// <summary>Reads until the client closes the connection.</summary>
    internal async Task DrainAsync()
    {
        do
        {
            start = end = 0;
        }
        while (await FillAsync());
    }

    private async Task<bool> SkipChunksAsync()
    {
        while (await ReadLineAsync() is { } line)
        {
            long size = long.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (!await SkipAsync(size + 2))
            {
                return false;
            }

            if (size == 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string?> ReadLineAsync()
    {
        int length;
        while ((length = buffer.AsSpan(start..end).IndexOf("\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        string line = Encoding.ASCII.GetString(buffer, start, length);
        start += length + 2;
        return line;
    }

    private async Task<bool> SkipAsync(long count)
    {
        while (count > 0)
        {
            if (start == end && !await FillAsync())
            {
                return false;
            }

            int part = (int)Math.Min(count, end - start);
            start += part;
            count -= part;
        }

        return true;
    }

    private async Task<bool> FillAsync()
    {
        buffer.AsSpan(start..end).CopyTo(buffer);
        (start, end) = (0, end - start);
        int read = await socket.ReceiveAsync(buffer.AsMemory(end));
        end += read;
        return read > 0;
    }
}
