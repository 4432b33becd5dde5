using System.Net;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>Refuses every so many calls for a run with 429.</summary>
internal sealed class RefusingHandler(HttpMessageHandler inner, int every) : DelegatingHandler(inner)
{
    private int calls;

    internal int Refused { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/run", StringComparison.Ordinal) && Interlocked.Increment(ref calls) % every == 0)
        {
            Refused++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        }

        return base.SendAsync(request, cancellationToken);
    }
}
