namespace TaskPlatform.Client.Authentication;

/// <summary>Turns the token endpoint's answer into a token, or says why it is none.</summary>
internal static class MintedToken
{
    /// <summary>What is to be said of an answer that holds no token at all, as a gateway's page.</summary>
    internal static TaskPlatformAuthenticationException Missing() =>
        new("The token endpoint's answer holds no access_token. Is TokenEndpoint the address of an OAuth token endpoint?");

    /// <summary>Reads the answer to a request that was started then.</summary>
    internal static BearerToken From(TokenAnswer answer, DateTimeOffset started)
    {
        if (string.IsNullOrEmpty(answer.AccessToken))
        {
            throw Missing();
        }

        if (answer.TokenType is { } type && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new TaskPlatformAuthenticationException(
                "The token endpoint gave a token whose token_type is not bearer; this client can send no other.");
        }

        return BearerToken.IsUsable(answer.AccessToken)
            ? new BearerToken(answer.AccessToken, started + answer.ExpiresIn)
            : throw new TaskPlatformAuthenticationException("The token endpoint gave an access_token with characters that no header carries.");
    }
}
