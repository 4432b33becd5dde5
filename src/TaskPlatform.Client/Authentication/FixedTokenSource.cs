using System.Globalization;

namespace TaskPlatform.Client.Authentication;

/// <summary>One token that nobody here can renew: an API key, a task's own token, a bearer got elsewhere.</summary>
internal sealed class FixedTokenSource(BearerToken token, TimeProvider time) : ITokenSource
{
    public ValueTask<BearerToken> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return token.ExpiresAt is { } end && end <= time.GetUtcNow()
            ? throw new TaskPlatformAuthenticationException(
                $"The access token ended at {end.ToString("u", CultureInfo.InvariantCulture)}, so nothing was sent. Make the client with a new one, or use a credential that renews.")
            : new ValueTask<BearerToken>(token);
    }

    public ValueTask<BearerToken?> RenewAsync(BearerToken refused, CancellationToken cancellationToken) => default;

    public void Dispose()
    {
    }
}
