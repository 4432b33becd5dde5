namespace TaskPlatform.Client.Authentication;

/// <summary>Gets a new token from wherever this credential's tokens come from. Called by the cache, one call at a time.</summary>
/// <param name="refused">The token the platform has refused; null when there is none.</param>
/// <param name="started">When the token's life begins to count: before anything was sent.</param>
/// <param name="cancellationToken">Cancelled when the client is disposed, not when a caller gives up.</param>
internal delegate ValueTask<BearerToken> TokenMint(BearerToken? refused, DateTimeOffset started, CancellationToken cancellationToken);
