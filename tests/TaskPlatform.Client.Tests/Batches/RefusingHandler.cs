using System.Net;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>Refuses one in so many calls for a run with 429, by a fixed seed: refusing just every second one could meet the same run each time.</summary>
internal sealed class RefusingHandler(HttpMessageHandler inner, int every) : DelegatingHandler(inner)
{
    private readonly Random random = new(7);
    private readonly object gate = new(); // protects the random numbers and the count

    internal int Refused { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/run", StringComparison.Ordinal) && Refuses())
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        }

        return base.SendAsync(request, cancellationToken);
    }

    private bool Refuses()
    {
        lock (gate)
        {
            bool refuses = random.Next(every) == 0;
            Refused += refuses ? 1 : 0;
            return refuses;
        }
    }
}
