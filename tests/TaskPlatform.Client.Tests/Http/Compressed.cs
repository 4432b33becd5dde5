using System.IO.Compression;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Bodies as a server sends them that was told <c>Accept-Encoding</c>.</summary>
internal static class Compressed
{
    internal static HttpContent Content(byte[] body, string encoding)
    {
        var buffer = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(buffer, CompressionMode.Compress) : new GZipStream(buffer, CompressionMode.Compress))
        {
            packer.Write(body);
        }

        var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentEncoding.Add(encoding);
        return content;
    }
}
