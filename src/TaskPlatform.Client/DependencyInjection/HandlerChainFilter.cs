using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// Makes the handler chains of our clients. Runs around everything the host configures: our primary handler is there
/// before, so that the host may change or replace it; our innermost link comes after, next to the network.
/// </summary>
internal sealed class HandlerChainFilter(IEnumerable<ClientRegistration> registrations, IOptionsMonitor<TaskPlatformClientOptions> options)
    : IHttpMessageHandlerBuilderFilter
{
    // Its standard handler gives up after 10 s and repeats POST: both wrong for a paid call that may take minutes.
    private const string ResilienceNamespace = "Microsoft.Extensions.Http.Resilience";

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        if (registrations.FirstOrDefault(one => builder.Name == one.ApiChain || builder.Name == one.TokenChain) is not { } registration)
        {
            next(builder);
            return;
        }

        builder.PrimaryHandler = PrimaryHandler.Create(options.Get(registration.Name).Timeouts.Connect);
        next(builder);
        builder.PrimaryHandler = new InnermostHandler(builder.PrimaryHandler);
        RemoveForeign(builder.AdditionalHandlers, all: builder.Name == registration.TokenChain);
    };

    private static void RemoveForeign(IList<DelegatingHandler> handlers, bool all)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (all || handlers[i].GetType().Namespace?.StartsWith(ResilienceNamespace, StringComparison.Ordinal) == true)
            {
                // Not disposed: the host may have handed out the very handler that serves in the API chain.
                handlers.RemoveAt(i);
            }
        }
    }
}
