using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// Gives the token chain what was configured on the API chain, so that a proxy, certificates or a fake set there serve
/// token requests too.
/// </summary>
internal sealed class TokenChainOptions(IServiceProvider provider, IEnumerable<ClientRegistration> registrations) : IPostConfigureOptions<HttpClientFactoryOptions>
{
    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (registrations.FirstOrDefault(one => name == one.TokenChain) is not { } registration)
        {
            return;
        }

        // Asked for here and not in the constructor: these options are being made by that very monitor.
        HttpClientFactoryOptions api = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(registration.ApiChain);
        options.HandlerLifetime = api.HandlerLifetime;
        options.SuppressHandlerScope = api.SuppressHandlerScope;
        options.HttpMessageHandlerBuilderActions.Clear();
        foreach (Action<HttpMessageHandlerBuilder> action in api.HttpMessageHandlerBuilderActions)
        {
            options.HttpMessageHandlerBuilderActions.Add(action);
        }
    }
}
