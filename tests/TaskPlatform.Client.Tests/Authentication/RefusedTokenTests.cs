using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class RefusedTokenTests
{
    [Fact]
    public async Task Makes_one_renewal_for_a_thousand_refusals_at_once()
    {
        using var lab = new TokenSourceLab();
        BearerToken refused = await lab.GetAsync();
        lab.Endpoint.Hold();

        Task<BearerToken?>[] renewals = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => lab.RenewAsync(refused).AsTask()))];
        await lab.Endpoint.ReachedAsync(2);
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("renewed", 3600));

        (await Task.WhenAll(renewals)).Select(token => token?.Token).Should().AllBe("renewed");
        lab.Endpoint.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Gives_who_is_refused_late_the_token_that_has_been_renewed_meanwhile()
    {
        using var lab = new TokenSourceLab();
        BearerToken refused = await lab.GetAsync();
        await lab.RenewAsync(refused);

        BearerToken? late = await lab.RenewAsync(refused);

        late!.Token.Should().Be("token-2");
        lab.Endpoint.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Joins_a_background_renewal_under_way()
    {
        using var lab = new TokenSourceLab();
        BearerToken refused = await lab.GetAsync();
        lab.Clock.Advance(TimeSpan.FromMinutes(56));
        lab.Endpoint.Hold();
        await lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(2);

        Task<BearerToken?> renewal = lab.RenewAsync(refused).AsTask();
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("renewed", 3600));

        (await renewal)!.Token.Should().Be("renewed");
        lab.Endpoint.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Does_not_hand_out_a_refused_token_again()
    {
        using var lab = new TokenSourceLab();
        BearerToken refused = await lab.GetAsync();
        lab.Endpoint.Answer = static count => count == 2 ? throw new TaskPlatformConnectionException("down") : ScriptedTokenEndpoint.Token($"token-{count}", 3600);
        await lab.Invoking(it => it.RenewAsync(refused).AsTask()).Should().ThrowAsync<TaskPlatformAuthenticationException>();

        (await lab.GetTextAsync()).Should().Be("token-3");
    }

    [Fact]
    public async Task Cancelling_one_renewal_disturbs_no_other()
    {
        using var lab = new TokenSourceLab();
        using var impatient = new CancellationTokenSource();
        BearerToken refused = await lab.GetAsync();
        lab.Endpoint.Hold();
        Task<BearerToken?> first = lab.Source.RenewAsync(refused, impatient.Token).AsTask();
        Task<BearerToken?> second = lab.RenewAsync(refused).AsTask();
        await lab.Endpoint.ReachedAsync(2);

        await impatient.CancelAsync();
        await first.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("renewed", 3600));

        (await second)!.Token.Should().Be("renewed");
    }

    [Fact]
    public async Task Gives_nothing_where_the_renewed_token_is_the_refused_one()
    {
        var same = new BearerToken("same");
        int calls = 0;
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ =>
        {
            Interlocked.Increment(ref calls);
            return new ValueTask<BearerToken>(same);
        }));
        BearerToken refused = await lab.GetAsync();

        BearerToken?[] renewed = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => lab.RenewAsync(refused).AsTask())));

        renewed.Should().AllSatisfy(token => token.Should().BeNull());
        calls.Should().Be(2, "a thousand refusals of one sent token ask the callback once");
    }

    [Fact]
    public async Task Tells_a_credential_of_the_users_own_which_token_was_refused()
    {
        var credential = new OwnCredential();
        using var lab = new TokenSourceLab(credential);
        BearerToken first = await lab.GetAsync();

        BearerToken? second = await lab.RenewAsync(first);

        second!.Token.Should().Be("own-2");
        credential.Refused.Should().Equal(null, "own-1");
    }

    private sealed class OwnCredential : TaskPlatformCredential
    {
        public List<string?> Refused { get; } = [];

        protected internal override ValueTask<BearerToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
        {
            Refused.Add(context.RefusedToken?.Token);
            return new ValueTask<BearerToken>(new BearerToken($"own-{Refused.Count}"));
        }
    }
}
