using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;
using TaskPlatform.Client.Identity;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// Everything that clients of one set of options share: handlers, tokens, retry, what is remembered of fallbacks. The
/// one place where the chain is put together, in the order it runs.
/// </summary>
internal sealed class ClientConnection : IDisposable
{
    private readonly CallRunner runner;
    private readonly ITokenSource tokens;
    private readonly TransportSettings settings;
    private readonly Uri baseAddress;
    private readonly TimeProvider time;
    private readonly IDisposable? owned;

    private ClientConnection(TaskPlatformClientOptions options, Func<HttpMessageInvoker> apiChain, Func<HttpMessageInvoker> tokenChain, ILoggerFactory? loggerFactory, IDisposable? owned)
    {
        this.owned = owned;
        time = options.TimeProvider;
        baseAddress = options.BaseAddress;
        settings = new TransportSettings(options.Timeouts.Run, options.Timeouts.Update, options.Timeouts.Read, options.Timeouts.Token, options.Retry.MaxAttempts, options.MaxFileSize);
        Defaults = new CallDefaults(options.ValidateRequests, options.ThrowOnRunError, options.ReportingGroup, options.MaxFileSize, time)
        {
            AutoReference = options.AutoReference,
            LongestRun = LongestRun.Of(options),
        };
        ILogger logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("TaskPlatform.Client");
        Fallback = new FallbackRunner(options.Fallback, options.ThrowOnRunError, time, logger);
        var secrets = new SecretMask();
        var retry = new RetryPolicy(options.Retry, time, Random.Shared.NextDouble);
        string userAgent = UserAgent.For(options.ApplicationName);

        var tokenSender = new AttemptSender(tokenChain, NoTokens.Instance, userAgent, options.Timeouts.Connect, secrets, time);
        var endpoint = new TokenEndpoint(new CallRunner(new CallParts(tokenSender, NoTokens.Instance, retry, time, logger)), options.TokenEndpoint, settings, secrets);
        tokens = CredentialResolver.Resolve(options).CreateSource(new TokenSourceSetup(endpoint, options.ClientAuthentication, time, logger));
        runner = new CallRunner(new CallParts(new AttemptSender(apiChain, tokens, userAgent, options.Timeouts.Connect, secrets, time), tokens, retry, time, logger));
    }

    internal ClientLifetime Lifetime { get; } = new(typeof(TaskPlatformClient), parent: null);

    internal CallDefaults Defaults { get; }

    internal FallbackRunner Fallback { get; }

    internal static ClientConnection Open(TaskPlatformClientOptions options, HttpMessageHandler? handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsRules.ThrowIfBroken(options);
        HttpMessageHandler primary = handler ?? PrimaryHandler.Create(options.Timeouts.Connect);
        var innermost = new InnermostHandler(primary);
        HttpMessageInvoker api = Invoker(innermost);
        HttpMessageInvoker token = Invoker(primary);
        return new ClientConnection(options, () => api, () => token, options.LoggerFactory, owned: handler is null ? innermost : null);
    }

    internal static ClientConnection Open(TaskPlatformClientOptions options, Func<HttpMessageHandler> apiHandlers, Func<HttpMessageHandler> tokenHandlers, ILoggerFactory? loggerFactory) =>
        new(options, () => Invoker(apiHandlers()), () => Invoker(tokenHandlers()), loggerFactory, owned: null);

    internal ITransport TransportFor(Guid? organizationId, Guid? projectId, ClientLifetime lifetime) =>
        organizationId is { } organization && projectId is { } project
            ? TransportAt(new ProjectAddress(baseAddress, organization, project), lifetime)
            : new LookupTransport(
                new ProjectLookup(RootTransport(lifetime), organizationId, projectId, (organization, project) => TransportFor(organization, project, lifetime)), lifetime);

    /// <summary>For what belongs to no project.</summary>
    internal ITransport RootTransport(ClientLifetime lifetime) => TransportAt(new ProjectAddress(baseAddress), lifetime);

    private Transport TransportAt(ProjectAddress address, ClientLifetime lifetime) => new(runner, address, settings, lifetime, time);

    // It doesn't own the handler: the factory, or whoever made it, does.
    private static HttpMessageInvoker Invoker(HttpMessageHandler handler) => new(handler, disposeHandler: false);

    public void Dispose()
    {
        tokens.Dispose();
        owned?.Dispose();
    }
}
