using TaskPlatform.Client.Authentication;

namespace TaskPlatform.Client.Http;

/// <summary>The token source of token requests themselves: they carry none.</summary>
internal sealed class NoTokens : ITokenSource
{
    internal static readonly NoTokens Instance = new();

    public ValueTask<BearerToken> GetAsync(CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A token request carries no bearer.");

    public ValueTask<BearerToken?> RenewAsync(BearerToken refused, CancellationToken cancellationToken) => new((BearerToken?)null);

    public void Dispose()
    {
    }
}
