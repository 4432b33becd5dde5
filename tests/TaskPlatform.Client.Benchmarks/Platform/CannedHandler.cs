using System.Net;
using System.Net.Http.Headers;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>
/// The network of every contestant: takes the whole body, as a socket would, and answers with the same bytes as a stream
/// that can be read once.
/// </summary>
internal class CannedHandler : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Stream.Null, cancellationToken);
        }

        byte[]? answer = CannedAnswers.Of(request.RequestUri!.PathAndQuery);
        Stream content = answer is null ? new ZeroStream(CannedAnswers.FileLength) : new MemoryStream(answer, writable: false);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StreamContent(content) };
        response.Content.Headers.ContentType = answer is null ? Bytes : Json;
        response.Content.Headers.ContentLength = content.Length;
        return response;
    }
}
