namespace TaskPlatform.Client.DependencyInjection;

/// <summary>Finds the one credential in options that passed the rules.</summary>
internal static class CredentialResolver
{
    internal static TaskPlatformCredential Resolve(TaskPlatformClientOptions options) =>
        options.Credential
        ?? (options.ApiKey is { Length: > 0 } key
            ? TaskPlatformCredential.ApiKey(key)
            : TaskPlatformCredential.ClientCredentials(options.ClientId!, options.ClientSecret!, options.Scopes));
}
