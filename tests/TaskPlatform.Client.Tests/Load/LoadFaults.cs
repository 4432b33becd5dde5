using System.Net;
using System.Net.Http.Headers;
using TaskPlatform.Client.Testing;

namespace TaskPlatform.Client.Tests.Load;

/// <summary>
/// What goes wrong in front of a platform under load: which faults come one after the other is decided by the seed,
/// which call meets them by the order of arrival.
/// </summary>
internal sealed class LoadFaults(FakeTaskPlatform platform, int seed, TimeSpan retryAfter) : DelegatingHandler(platform)
{
    private const int CallsOfAToken = 200;

    private readonly object gate = new(); // protects random and the counts
    private readonly Random random = new(seed);
    private int callsOfThisToken;

    /// <summary>How often all tokens so far were refused from then on.</summary>
    internal int Expiries { get; private set; }

    /// <summary>How many calls were answered 429 and 503.</summary>
    internal int Refused { get; private set; }

    /// <summary>How many connections were torn down before the call was looked at.</summary>
    internal int Reset { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/oauth2/token", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        double drawn = Draw();
        if (drawn < 0.01)
        {
            throw new IOException("reset before anything was looked at");
        }

        if (drawn < 0.06)
        {
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        }

        if (drawn < 0.08)
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Headers = { RetryAfter = new RetryConditionHeaderValue(retryAfter) } };
        }

        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            CountCall();
        }

        return drawn < 0.085 && answer.IsSuccessStatusCode ? throw new IOException("reset after the run was made") : answer;
    }

    private double Draw()
    {
        lock (gate)
        {
            double drawn = random.NextDouble();
            Reset += drawn < 0.01 ? 1 : 0;
            Refused += drawn is >= 0.01 and < 0.08 ? 1 : 0;
            return drawn;
        }
    }

    private void CountCall()
    {
        lock (gate)
        {
            if (++callsOfThisToken == CallsOfAToken)
            {
                callsOfThisToken = 0;
                Expiries++;
                platform.RevokeTokens();
            }
        }
    }
}
