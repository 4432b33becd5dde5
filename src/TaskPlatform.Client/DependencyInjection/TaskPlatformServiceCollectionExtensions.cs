using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TaskPlatform.Client;
using TaskPlatform.Client.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="TaskPlatformClient"/> with a service container.</summary>
/// <remarks>
/// <para>
/// The client is a singleton: the unnamed one is resolved as <see cref="TaskPlatformClient"/>, a named one as a keyed
/// service. Options are validated when the host starts, with messages that name the configuration key. Registering a name
/// again adds to its configuration.
/// </para>
/// <para>
/// The returned <see cref="IHttpClientBuilder"/> takes handlers and the primary handler (proxy, certificates, fakes); the
/// primary handler serves token requests too, the other handlers do not see them. No handler sees the bearer. A handler
/// that sends a run or an update twice is stopped at the second time, and handlers of
/// <c>Microsoft.Extensions.Http.Resilience</c> are taken out: repeats and time-outs are the client's own.
/// <c>ConfigureHttpClient</c> has no effect, since no <see cref="HttpClient"/> is used.
/// </para>
/// </remarks>
public static class TaskPlatformServiceCollectionExtensions
{
    /// <summary>
    /// Registers the unnamed client with section "TaskPlatform" of the host's configuration, if there is one, changed by
    /// <c>services.Configure&lt;TaskPlatformClientOptions&gt;</c>, in whatever order the two are called; the environment
    /// (see <see cref="TaskPlatformClientOptions.FromEnvironment()"/>) gives what is still unset, and a credential only if
    /// there is none.
    /// </summary>
    /// <param name="services">The service collection.</param>
    public static IHttpClientBuilder AddTaskPlatformClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(EnvironmentVariables.OfProcess);
        if (!services.Any(static service => service.ServiceType == typeof(IPostConfigureOptions<TaskPlatformClientOptions>) && service.ImplementationType == typeof(HostConfiguration)))
        {
            // First of all, so that code always wins over configuration.
            services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<TaskPlatformClientOptions>, HostConfiguration>());
            services.AddSingleton<IPostConfigureOptions<TaskPlatformClientOptions>, HostConfiguration>();
        }

        return AddClient(services, Options.Options.DefaultName);
    }

    /// <summary>Registers the unnamed client with a section of the configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">The section; its keys are the names of the options, such as <c>Timeouts:Run</c>. Read once, when the client's options are first needed.</param>
    public static IHttpClientBuilder AddTaskPlatformClient(this IServiceCollection services, IConfiguration configuration) =>
        AddTaskPlatformClient(services, Options.Options.DefaultName, configuration);

    /// <summary>Registers the unnamed client with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddTaskPlatformClient(this IServiceCollection services, Action<TaskPlatformClientOptions> configure) =>
        AddTaskPlatformClient(services, Options.Options.DefaultName, configure);

    /// <summary>Registers the unnamed client with options that need services, such as a credential from a vault.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options; the provider is the root one, so scoped services are not to be had from it.</param>
    public static IHttpClientBuilder AddTaskPlatformClient(this IServiceCollection services, Action<IServiceProvider, TaskPlatformClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TaskPlatformClientOptions>().Configure<IServiceProvider>((options, provider) => configure(provider, options));
        return AddClient(services, Options.Options.DefaultName);
    }

    /// <summary>Registers a named client with a section of the configuration; one of several tenants, for instance.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name: the key of the keyed service, and of its options. Must not end in <c>/token</c>.</param>
    /// <param name="configuration">The section; its keys are the names of the options, such as <c>Timeouts:Run</c>. Read once, when the client's options are first needed.</param>
    public static IHttpClientBuilder AddTaskPlatformClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configuration);
        services.Configure<TaskPlatformClientOptions>(name, options => ConfigurationReader.Apply(configuration, options));
        return AddClient(services, name);
    }

    /// <summary>Registers a named client with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name: the key of the keyed service, and of its options. Must not end in <c>/token</c>.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddTaskPlatformClient(this IServiceCollection services, string name, Action<TaskPlatformClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(name, configure);
        return AddClient(services, name);
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name)
    {
        if (ClientRegistration.IsAmbiguous(name))
        {
            throw new ArgumentException("The name of a client must not end in \"/token\": that is what its token requests are called.", nameof(name));
        }

        var registration = new ClientRegistration(name);
        if (!services.Any(service => service.ServiceType == typeof(ClientRegistration) && registration.Equals(service.ImplementationInstance)))
        {
            services.AddSingleton(registration);
            AddChains(services, registration);
            AddServices(services, registration);
        }

        return services.AddHttpClient(registration.ApiChain);
    }

    private static void AddChains(IServiceCollection services, ClientRegistration registration)
    {
        services.AddHttpClient(registration.ApiChain).RemoveAllLoggers().SetHandlerLifetime(TimeSpan.FromMinutes(5));
        services.AddHttpClient(registration.TokenChain).RemoveAllLoggers();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, TokenChainOptions>());
        if (!services.Any(static service => service.ServiceType == typeof(IHttpMessageHandlerBuilderFilter) && service.ImplementationType == typeof(HandlerChainFilter)))
        {
            // The first filter is the outermost one.
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, HandlerChainFilter>());
        }
    }

    private static void AddServices(IServiceCollection services, ClientRegistration registration)
    {
        services.AddOptions<TaskPlatformClientOptions>(registration.Name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TaskPlatformClientOptions>, OptionsValidator>());
        if (registration.Name == Options.Options.DefaultName)
        {
            services.TryAddSingleton(provider => CreateClient(provider, registration));
        }
        else
        {
            services.TryAddKeyedSingleton(registration.Name, (provider, _) => CreateClient(provider, registration));
        }
    }

    private static TaskPlatformClient CreateClient(IServiceProvider provider, ClientRegistration registration)
    {
        TaskPlatformClientOptions options = provider.GetRequiredService<IOptionsMonitor<TaskPlatformClientOptions>>().Get(registration.Name);
        IHttpMessageHandlerFactory handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        return new TaskPlatformClient(
            options,
            () => handlers.CreateHandler(registration.ApiChain),
            () => handlers.CreateHandler(registration.TokenChain),
            options.LoggerFactory ?? provider.GetService<ILoggerFactory>());
    }
}
