using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client;

/// <summary>Placeholder until the facade is merged.</summary>
public class TaskPlatformClient
{
    internal TaskPlatformClient(TaskPlatformClientOptions options, Func<HttpMessageHandler> apiHandlers, Func<HttpMessageHandler> tokenHandlers, ILoggerFactory? loggerFactory)
    {
        (Options, ApiHandlers, TokenHandlers, LoggerFactory) = (options, apiHandlers, tokenHandlers, loggerFactory);
    }

    internal TaskPlatformClientOptions Options { get; }

    internal Func<HttpMessageHandler> ApiHandlers { get; }

    internal Func<HttpMessageHandler> TokenHandlers { get; }

    internal ILoggerFactory? LoggerFactory { get; }
}
