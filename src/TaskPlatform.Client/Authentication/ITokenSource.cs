namespace TaskPlatform.Client.Authentication;

/// <summary>Gives the bearer of each attempt.</summary>
internal interface ITokenSource : IDisposable
{
    /// <summary>A token to send now; throws where there is none, so that no call goes out without one.</summary>
    ValueTask<BearerToken> GetAsync(CancellationToken cancellationToken);

    /// <summary>A token newer than the one that was sent and refused; null where there can be none.</summary>
    ValueTask<BearerToken?> RenewAsync(BearerToken refused, CancellationToken cancellationToken);
}
