namespace TaskPlatform.Client;

/// <summary>What a <see cref="TaskPlatformCredential"/> is told when a token is asked of it.</summary>
public sealed class TokenRequestContext
{
    /// <summary>Makes a context.</summary>
    /// <param name="refusedToken">The token that the platform has refused; null when there is none.</param>
    public TokenRequestContext(BearerToken? refusedToken = null) => RefusedToken = refusedToken;

    /// <summary>
    /// The token that the platform has just refused, so that a credential with a cache of its own goes round it; null when
    /// the client has none yet or renews on time.
    /// </summary>
    public BearerToken? RefusedToken { get; }
}
