using System.Net.Http.Headers;

namespace TaskPlatform.Client.Http;

/// <summary>
/// The link next to the network. It puts the bearer on, so that no other handler and no logger of the host sees it, and
/// lets each attempt through once.
/// </summary>
internal sealed class InnermostHandler(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(AttemptTicket.Key, out AttemptTicket? ticket))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        ticket.Use(request.RequestUri);
        if (ticket.Bearer is null)
        {
            return await SendAsync(request, ticket, cancellationToken).ConfigureAwait(false);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket.Bearer);
        try
        {
            return await SendAsync(request, ticket, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The answer refers to its request: what it shows on the way back must not hold the bearer.
            request.Headers.Authorization = null;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AttemptTicket ticket, CancellationToken cancellationToken)
    {
        HttpMethod method = request.Method;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // A primary handler of the caller's that follows redirects turns a POST into a GET: what that GET got says nothing of the POST.
        ticket.Answered = request.Method == method ? response.StatusCode : null;
        return response;
    }
}
