using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

/// <summary>A token source over a scripted endpoint and a clock that stands still.</summary>
internal sealed class TokenSourceLab : IDisposable
{
    public TokenSourceLab(TaskPlatformCredential? credential = null, ClientAuthentication way = ClientAuthentication.Basic, ILogger? logger = null)
    {
        Setup = new TokenSourceSetup(Endpoint, way, Clock, logger ?? NullLogger.Instance);
        Source = (credential ?? TaskPlatformCredential.ClientCredentials("id", "secret")).CreateSource(Setup);
    }

    public ManualTimeProvider Clock { get; } = new();

    public ScriptedTokenEndpoint Endpoint { get; } = new();

    public TokenSourceSetup Setup { get; }

    public ITokenSource Source { get; }

    public ValueTask<BearerToken> GetAsync() => Source.GetAsync(TestContext.Current.CancellationToken);

    public async Task<string> GetTextAsync() => (await GetAsync()).Token;

    public ValueTask<BearerToken?> RenewAsync(BearerToken refused) => Source.RenewAsync(refused, TestContext.Current.CancellationToken);

    /// <summary>Answers the request that is held; ends when the source has taken it in.</summary>
    public Task AnswerAsync(TokenAnswer answer) => TakenInAsync(() => Endpoint.AnswerAsync(answer));

    /// <summary>Fails the request that is held; ends when the source has taken it in.</summary>
    public Task FailAsync(Exception failure) => TakenInAsync(() => Endpoint.FailAsync(failure));

    /// <summary>
    /// Whether a call now starts a request in the background. A request that is started late can't be waited for, so its
    /// answer is let live for 100 s: ten seconds after the call a renewal is forced, which joins a request under way or
    /// starts one, and 95 s later the age of the token tells which it was.
    /// </summary>
    public async Task<bool> StartsRequestAsync()
    {
        int before = Endpoint.Requests;
        Endpoint.Hold();
        BearerToken current = await GetAsync();
        Clock.Advance(TimeSpan.FromSeconds(10));
        Task<BearerToken?> forced = RenewAsync(current).AsTask();
        await Endpoint.ReachedAsync(before + 1);
        await AnswerAsync(ScriptedTokenEndpoint.Token("probe", 100));
        await forced;
        Clock.Advance(TimeSpan.FromSeconds(95));
        return await GetTextAsync() != "probe";
    }

    public void Dispose() => Source.Dispose();

    private async Task TakenInAsync(Func<Task> give)
    {
        Task underWay = ((TokenCache)Source).Minting;
        await give();
        await underWay;
    }
}
