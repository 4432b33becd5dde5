namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>A platform that takes every request in and answers what it is told.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        HttpResponseMessage response = answer(request);
        response.RequestMessage = request;
        return response;
    }
}
