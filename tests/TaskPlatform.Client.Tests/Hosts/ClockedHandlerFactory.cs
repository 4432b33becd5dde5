using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>
/// Makes the chains that the host's own factory makes and keeps each for its lifetime, by a clock that a test moves.
/// Harsher than the real one: an old chain is disposed at once, whoever still uses it.
/// </summary>
internal sealed class ClockedHandlerFactory(IServiceProvider provider, TimeProvider clock) : IHttpMessageHandlerFactory
{
    private readonly Dictionary<string, (HttpMessageHandler Chain, DateTimeOffset End)> current = new(StringComparer.Ordinal);
    private readonly List<string> made = [];

    /// <summary>The name of each chain made, in order.</summary>
    internal IReadOnlyList<string> Made
    {
        get
        {
            lock (current)
            {
                return [.. made];
            }
        }
    }

    public HttpMessageHandler CreateHandler(string name)
    {
        lock (current)
        {
            if (current.TryGetValue(name, out var kept) && clock.GetUtcNow() < kept.End)
            {
                return kept.Chain;
            }

            HttpClientFactoryOptions options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name);
            HttpMessageHandler chain = Build(name, options);
            kept.Chain?.Dispose();
            current[name] = (chain, clock.GetUtcNow() + options.HandlerLifetime);
            made.Add(name);
            return chain;
        }
    }

    private HttpMessageHandler Build(string name, HttpClientFactoryOptions options)
    {
        HttpMessageHandlerBuilder builder = provider.GetRequiredService<HttpMessageHandlerBuilder>();
        builder.Name = name;
        Action<HttpMessageHandlerBuilder> configure = one =>
        {
            foreach (Action<HttpMessageHandlerBuilder> action in options.HttpMessageHandlerBuilderActions)
            {
                action(one);
            }
        };
        foreach (IHttpMessageHandlerBuilderFilter filter in provider.GetServices<IHttpMessageHandlerBuilderFilter>().Reverse())
        {
            configure = filter.Configure(configure);
        }

        configure(builder);
        return builder.Build();
    }
}
