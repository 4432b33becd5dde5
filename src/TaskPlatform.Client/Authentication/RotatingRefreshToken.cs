using System.Diagnostics.CodeAnalysis;

namespace TaskPlatform.Client.Authentication;

/// <summary>
/// A refresh token and what became of it. The server may answer each use with a new one and refuse the old, so the uses are
/// taken in turn, also by several clients that share the credential.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose.")]
internal sealed class RotatingRefreshToken(string initial, Func<string, ValueTask>? onRotated)
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private string current = initial;
    private Unreported? unreported;

    internal async ValueTask<BearerToken> MintAsync(ITokenEndpoint endpoint, ClientIdentity client, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (unreported is { } earlier)
            {
                await ReportAsync().ConfigureAwait(false);
                BearerToken token = MintedToken.From(earlier.Answer, earlier.Started);
                if (!(token.ExpiresAt <= started))
                {
                    return token;
                }
            }

            TokenAnswer answer = await UseAsync(endpoint, client).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(answer.RefreshToken) && answer.RefreshToken != current)
            {
                current = answer.RefreshToken;
                unreported = new Unreported(answer, started);
                await ReportAsync().ConfigureAwait(false);
            }

            return MintedToken.From(answer, started);
        }
        finally
        {
            turn.Release();
        }
    }

    // Not cancellable: the answer to a request that was given up may hold the only refresh token that still works.
    private async ValueTask<TokenAnswer> UseAsync(ITokenEndpoint endpoint, ClientIdentity client)
    {
        try
        {
            TokenGrant grant = client.Grant(repeatable: false, token: current, new("grant_type", "refresh_token"), new("refresh_token", current));
            return await endpoint.RequestAsync(grant, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TaskPlatformException failure) when (failure.OutcomeUnknown)
        {
            throw new TaskPlatformAuthenticationException(
                "The answer to the use of a refresh token was lost. The server may have replaced it already; if the next use is refused with invalid_grant, sign in again.", failure);
        }
    }

    // What could not be reported stays here and is reported before anything else is done, so that no rotation is lost while
    // the process lives; until then every call that needs a new token fails.
    private async ValueTask ReportAsync()
    {
        try
        {
            if (onRotated is not null)
            {
                await onRotated(current).ConfigureAwait(false);
            }

            unreported = null;
        }
        catch (Exception failure)
        {
            throw new TaskPlatformAuthenticationException(
                $"The refresh token was replaced, but onRotated failed with {failure.GetType().Name}. The new one is kept in memory and onRotated is called again for the next token; once the process ends it is lost.", failure);
        }
    }

    private sealed record Unreported(TokenAnswer Answer, DateTimeOffset Started);
}
