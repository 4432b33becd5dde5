using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Tests.Time;
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

    public void Dispose() => Source.Dispose();
}
