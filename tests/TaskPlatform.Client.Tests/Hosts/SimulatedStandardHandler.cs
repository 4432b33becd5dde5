using System.Net;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>
/// Behaves as the standard handler of that package, which can't be had here: ten seconds for an attempt, thirty for
/// all, and three more attempts after a time-out, a lost connection, 408, 429 or 5xx, whatever the method.
/// </summary>
internal sealed class SimulatedStandardHandler(TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
        for (int attempt = 1; ; attempt++)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, limit.Token, cancellationToken);
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, either.Token);
                if (attempt > 3 || (response.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) && (int)response.StatusCode < 500))
                {
                    return response;
                }

                response.Dispose();
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !whole.IsCancellationRequested && attempt <= 3)
            {
                // Tries again, as the real one does.
            }
            catch (HttpRequestException) when (attempt <= 3)
            {
                // Likewise.
            }
            catch (OperationCanceledException over) when (!cancellationToken.IsCancellationRequested)
            {
                throw new Polly.Timeout.TimeoutRejectedException("The operation didn't complete within the allowed timeout.", over);
            }
        }
    }
}
