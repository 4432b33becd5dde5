namespace TaskPlatform.Client.Authentication;

/// <summary>The client credentials grant (RFC 6749, section 4.4).</summary>
internal sealed class ClientCredentialsMint(ITokenEndpoint endpoint, ClientIdentity client, IReadOnlyList<string> scopes)
{
    internal async ValueTask<BearerToken> MintAsync(BearerToken? refused, DateTimeOffset started, CancellationToken cancellationToken)
    {
        TokenAnswer answer = await endpoint.RequestAsync(CreateGrant(), cancellationToken).ConfigureAwait(false);
        return MintedToken.From(answer, started);
    }

    private TokenGrant CreateGrant()
    {
        var grantType = new FormField("grant_type", "client_credentials");
        return scopes.Count == 0
            ? client.Grant(repeatable: true, token: null, grantType)
            : client.Grant(repeatable: true, token: null, grantType, new("scope", string.Join(' ', scopes)));
    }
}
