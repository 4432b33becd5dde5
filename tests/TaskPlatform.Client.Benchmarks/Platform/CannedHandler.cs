using System.Net;
using System.Net.Http.Headers;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>
/// The network of every contestant: takes the whole body, as a socket would, and answers with the same bytes as a stream
/// that can be read once.
/// </summary>
internal sealed class CannedHandler(byte[] answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }

        byte[] bytes = request.RequestUri!.PathAndQuery == Addresses.TokenPath ? CannedAnswers.Token : answer;
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StreamContent(new MemoryStream(bytes, writable: false)),
        };
        response.Content.Headers.ContentType = Json;
        response.Content.Headers.ContentLength = bytes.Length;
        return response;
    }
}
