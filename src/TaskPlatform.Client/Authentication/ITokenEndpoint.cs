namespace TaskPlatform.Client.Authentication;

/// <summary>Sends a grant to the OAuth token endpoint. Supplied by the HTTP layer, which repeats, times out and reads errors.</summary>
internal interface ITokenEndpoint
{
    /// <summary>Sends the grant and gives the answer; throws what went wrong as it is, the token cache says whom it concerns.</summary>
    ValueTask<TokenAnswer> RequestAsync(TokenGrant grant, CancellationToken cancellationToken);
}
