using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>The network, on which a closed port opens once somebody has met it closed.</summary>
internal sealed class PortOpener(Action open) : DelegatingHandler(PrimaryHandler.Create(TimeSpan.FromSeconds(15)))
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            open();
            throw;
        }
    }
}
