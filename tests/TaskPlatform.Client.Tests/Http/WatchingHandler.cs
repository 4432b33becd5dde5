using System.Collections.Concurrent;
using System.Text.Json;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A handler of the host that writes down all it can see of a request, before and after it was sent; the body it leaves alone.</summary>
internal sealed class WatchingHandler(ConcurrentQueue<string> seen) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Look(request);
        try
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            Look(answer.RequestMessage!);
            return answer;
        }
        finally
        {
            Look(request);
        }
    }

    private void Look(HttpRequestMessage request)
    {
        seen.Enqueue($"{request.Method} {request}");
        foreach ((string name, object? value) in request.Options)
        {
            seen.Enqueue($"{name} {value} {JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object))}");
        }
    }
}
