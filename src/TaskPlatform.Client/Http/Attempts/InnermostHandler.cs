namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// The link next to the network. It puts the bearer on, so that no other handler and no logger of the host sees it, and
/// lets each attempt through once.
/// </summary>
internal sealed class InnermostHandler(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(AttemptTicket.Key, out AttemptTicket? ticket)
            ? SendAsync(request, ticket, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AttemptTicket ticket, CancellationToken cancellationToken)
    {
        ticket.Use(request.RequestUri);
        HttpMethod method = request.Method;
        if (ticket.Authorization is not null)
        {
            request.Headers.Authorization = ticket.Authorization;
        }

        try
        {
            HttpResponseMessage response = await (ticket.LeavesPlatform ? SendWithoutContextAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken)).ConfigureAwait(false);

            // A primary handler of the caller's that follows redirects turns a POST into a GET: what that GET got says nothing of the POST.
            ticket.Answered = request.Method == method ? response.StatusCode : null;
            return response;
        }
        finally
        {
            if (ticket.Authorization is not null)
            {
                // The answer refers to its request: what it shows on the way back must not hold the bearer.
                request.Headers.Authorization = null;
            }
        }
    }

    // Ids and baggage of a trace travel in the execution context: .NET and whoever listens would send them along.
    private Task<HttpResponseMessage> SendWithoutContextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => base.SendAsync(request, cancellationToken), CancellationToken.None);
        }
    }
}
