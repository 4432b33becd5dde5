using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Authentication;

/// <summary>
/// Keeps one token for all callers and asks for the next one once: in the background while the old one still serves,
/// blocking only when it has ended or was refused.
/// </summary>
internal sealed class TokenCache(TokenMint mint, TimeProvider time, ILogger logger) : ITokenSource
{
    // Guards kept and minting together: who finds no token must either find the request for one or start it.
    private readonly object gate = new();
    private readonly CancellationTokenSource disposal = new();
    private volatile KeptToken? kept;
    private Task<Minted>? minting;

    /// <summary>Ends when the request that is under way has been taken in; ended where there is none.</summary>
    internal Task Minting
    {
        get
        {
            lock (gate)
            {
                return minting ?? Task.CompletedTask;
            }
        }
    }

    public ValueTask<BearerToken> GetAsync(CancellationToken cancellationToken)
    {
        if (kept is { } current && !current.Lifetime.IsOver)
        {
            if (current.Lifetime.IsRenewalDue)
            {
                RenewInBackground();
            }

            return new ValueTask<BearerToken>(current.Token);
        }

        return WaitForNextAsync(refused: null, cancellationToken);
    }

    public async ValueTask<BearerToken?> RenewAsync(BearerToken refused, CancellationToken cancellationToken)
    {
        BearerToken next = await WaitForNextAsync(refused, cancellationToken).ConfigureAwait(false);
        return next.Token == refused.Token ? null : next;
    }

    // Only cancelled: a source without a timer holds nothing, and calls on their way out still look at its token.
    public void Dispose() => disposal.Cancel();

    private async ValueTask<BearerToken> WaitForNextAsync(BearerToken? refused, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<Minted> next;
        lock (gate)
        {
            if (kept is { } current && !current.Lifetime.IsOver)
            {
                // Each minted token is an object of its own, so identity tells "the one that was sent" from "a later one
                // with the same text", which a callback may well give and which is not worth sending again.
                if (!ReferenceEquals(current.Token, refused))
                {
                    return current.Token;
                }

                kept = null;
            }

            next = minting ??= StartMintingAsync(refused);
        }

        Minted minted = await next.WaitAsync(cancellationToken).ConfigureAwait(false);

        // One exception for each caller: the facts of its call are written on it.
        return minted.Token ?? throw new TaskPlatformAuthenticationException(
            $"No access token was to be had, so nothing was sent: {Explain(minted.Failure!)}", minted.Failure);
    }

    private void RenewInBackground()
    {
        lock (gate)
        {
            if (kept is { } current && current.Lifetime.IsRenewalDue)
            {
                minting ??= StartMintingAsync(refused: null);
            }
        }
    }

    private Task<Minted> StartMintingAsync(BearerToken? refused)
    {
        TokenLifetime lifetime = TokenLifetime.Start(time);
        return SharedWork.StartAsync(() => MintAsync(refused, lifetime));
    }

    private async Task<Minted> MintAsync(BearerToken? refused, TokenLifetime lifetime)
    {
        try
        {
            BearerToken token = await mint(refused, lifetime.StartedAt, disposal.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The credential gave null in place of a token.");
            var fresh = new KeptToken(token with { }, lifetime.Until(token.ExpiresAt));
            lock (gate)
            {
                kept = fresh;
                minting = null;
            }

            return new Minted(fresh.Token, null);
        }
        catch (Exception failure)
        {
            bool served;
            lock (gate)
            {
                minting = null;
                served = kept is { Lifetime.IsOver: false };
                kept = kept is { } old ? old with { Lifetime = old.Lifetime.AfterFailedRenewal() } : null;
            }

            if (served)
            {
                logger.BackgroundRenewalFailed(Explain(failure));
            }

            return new Minted(null, failure);
        }
    }

    // A stranger's exception may say what it was given; ours never does.
    private static string Explain(Exception failure) =>
        failure is TaskPlatformException ? failure.Message : $"the credential threw {failure.GetType().Name}.";

    private sealed record KeptToken(BearerToken Token, TokenLifetime Lifetime);

    private sealed record Minted(BearerToken? Token, Exception? Failure);
}
