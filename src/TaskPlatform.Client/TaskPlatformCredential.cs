namespace TaskPlatform.Client;

/// <summary>
/// Where the bearer of a call comes from. Made by the factories here; derive from it for a source of your own.
/// </summary>
/// <remarks>
/// The client keeps what it is given until shortly before <see cref="BearerToken.ExpiresAt"/> and asks once for any number
/// of calls. A credential may be shared by several clients and must then be safe for concurrent calls.
/// </remarks>
public abstract class TaskPlatformCredential
{
    /// <summary>Makes a credential of your own.</summary>
    protected TaskPlatformCredential()
    {
    }

    /// <summary>
    /// Gets a token: when the client has none, shortly before it ends, and when the platform has refused it. A refused call
    /// is sent once more only if this gives a token that differs from the refused one.
    /// </summary>
    /// <param name="context">What the client knows, such as the refused token.</param>
    /// <param name="cancellationToken">Cancelled when the client is disposed, never by the caller of a single operation, since many may wait for the answer.</param>
    /// <returns>The token; its <see cref="BearerToken.ExpiresAt"/> says how long it is kept.</returns>
    /// <remarks>An exception from here reaches the callers as the inner exception of a <c>TaskPlatformAuthenticationException</c>.</remarks>
    protected internal abstract ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken);
}
