using TaskPlatform.Client.Authentication;

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

    internal virtual bool UsesTokenEndpoint => false;

    /// <summary>An OAuth client of the platform (<c>grant_type=client_credentials</c>). Tokens are kept and renewed.</summary>
    /// <param name="id">The client's id (<c>client_id</c>).</param>
    /// <param name="secret">The client's secret (<c>client_secret</c>), sent to <see cref="TaskPlatformClientOptions.TokenEndpoint"/> only, as <see cref="TaskPlatformClientOptions.ClientAuthentication"/> says.</param>
    /// <param name="scopes">The scopes to ask for (<c>scope</c>); null or none sends none.</param>
    public static TaskPlatformCredential ClientCredentials(string id, string secret, IEnumerable<string>? scopes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        string[] asked = [.. scopes ?? []];
        return new EndpointCredential(setup =>
            new ClientCredentialsMint(setup.Endpoint, new ClientIdentity(id, secret, setup.ClientAuthentication), asked).MintAsync);
    }

    /// <summary>A refresh token (<c>grant_type=refresh_token</c>). Tokens are kept and renewed.</summary>
    /// <param name="refreshToken">The refresh token to start with.</param>
    /// <param name="clientId">The OAuth client's id (<c>client_id</c>); null sends none.</param>
    /// <param name="clientSecret">The OAuth client's secret (<c>client_secret</c>); null for a public client, which shows its id alone.</param>
    /// <param name="onRotated">
    /// Called with the new refresh token whenever the platform replaces it, and awaited, so that it can be stored. If it
    /// throws, calls that wait for a token fail with a <see cref="TaskPlatformAuthenticationException"/>, the new token stays
    /// in memory, and this is called again before the next token is handed out.
    /// </param>
    /// <remarks>
    /// A use of the token whose answer is lost is not repeated by itself. Share one credential among clients rather than one
    /// refresh token among credentials: each use may end the life of the token before.
    /// </remarks>
    public static TaskPlatformCredential RefreshToken(
        string refreshToken, string? clientId = null, string? clientSecret = null, Func<string, ValueTask>? onRotated = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        if (clientSecret is not null && string.IsNullOrEmpty(clientId))
        {
            throw new ArgumentException("A client secret needs its client id.", nameof(clientId));
        }

        var rotating = new RotatingRefreshToken(refreshToken, onRotated);
        return new EndpointCredential(setup =>
        {
            var client = new ClientIdentity(clientId, clientSecret, setup.ClientAuthentication);
            return (_, started, cancellationToken) => rotating.MintAsync(setup.Endpoint, client, started, cancellationToken);
        });
    }

    /// <summary>An API key of the project, sent as the bearer of every call. Never renewed: a refused key fails the call at once.</summary>
    /// <param name="key">The key: visible ASCII characters without blanks.</param>
    public static TaskPlatformCredential ApiKey(string key) => new FixedCredential(new BearerToken(key));

    /// <summary>
    /// A bearer got elsewhere, such as a user's JWT from Ory Kratos or Hydra. Never decoded and never renewed: a refused one
    /// fails the call at once.
    /// </summary>
    /// <param name="token">The token, without <c>Bearer</c>: visible ASCII characters without blanks.</param>
    /// <param name="expiresAt">When it ends; from then on calls are refused before anything is sent. Null: the platform decides.</param>
    public static TaskPlatformCredential AccessToken(string token, DateTimeOffset? expiresAt = null) =>
        new FixedCredential(new BearerToken(token, expiresAt));

    /// <summary>A task's own token (<c>access_token</c> of the task), which runs that one task and does nothing else. Never renewed.</summary>
    /// <param name="token">The token: visible ASCII characters without blanks.</param>
    public static TaskPlatformCredential TaskToken(string token) => new FixedCredential(new BearerToken(token));

    /// <summary>
    /// A function that gets a token: when the client has none, shortly before it ends, and when the platform has refused it.
    /// Called once for any number of waiting calls; what it gives is kept until shortly before
    /// <see cref="BearerToken.ExpiresAt"/>.
    /// </summary>
    /// <param name="callback">Gets the token. Its own token is cancelled when the client is disposed, not when a caller gives up.</param>
    public static TaskPlatformCredential FromCallback(Func<CancellationToken, ValueTask<BearerToken>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new CallbackCredential(callback);
    }

    /// <summary>
    /// Gets a token: when the client has none, shortly before it ends, and when the platform has refused it. A refused call
    /// is sent once more only if this gives a token that differs from the refused one.
    /// </summary>
    /// <param name="context">What the client knows, such as the refused token.</param>
    /// <param name="cancellationToken">Cancelled when the client is disposed, never by the caller of a single operation, since many may wait for the answer.</param>
    /// <returns>The token; its <see cref="BearerToken.ExpiresAt"/> says how long it is kept.</returns>
    /// <remarks>An exception from here reaches the callers as the inner exception of a <see cref="TaskPlatformAuthenticationException"/>.</remarks>
    protected internal abstract ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken);

    internal virtual ITokenSource CreateSource(TokenSourceSetup setup) => new TokenCache(
        (refused, _, cancellationToken) => GetTokenAsync(new TokenRequestContext(refused), cancellationToken), setup.Time, setup.Logger);

    private sealed class CallbackCredential(Func<CancellationToken, ValueTask<BearerToken>> callback) : TaskPlatformCredential
    {
        protected internal override ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
            callback(cancellationToken);
    }

    private sealed class FixedCredential(BearerToken token) : TaskPlatformCredential
    {
        protected internal override ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) => new(token);

        internal override ITokenSource CreateSource(TokenSourceSetup setup) => new FixedTokenSource(token, setup.Time);
    }

    private sealed class EndpointCredential(Func<TokenSourceSetup, TokenMint> createMint) : TaskPlatformCredential
    {
        internal override bool UsesTokenEndpoint => true;

        protected internal override ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
            throw new NotSupportedException("This credential needs the token endpoint of a client.");

        internal override ITokenSource CreateSource(TokenSourceSetup setup) => new TokenCache(createMint(setup), setup.Time, setup.Logger);
    }
}
