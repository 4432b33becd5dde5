namespace TaskPlatform.Client.Tests.CallerContext;

/// <summary>A network that answers each request with the next step; without a gate in it the answer is there at once.</summary>
internal sealed class StepHandler(params Func<HttpRequestMessage, Task<HttpResponseMessage>>[] steps) : HttpMessageHandler
{
    private int next;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => steps[next++](request);
}
