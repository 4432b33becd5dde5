using FluentAssertions;
using Microsoft.Extensions.Logging;
using NSubstitute;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class TokenRenewalTests
{
    [Theory]
    [InlineData(3600, 3299, false)] // five minutes before the end
    [InlineData(3600, 3300, true)]
    [InlineData(600, 479, false)] // a fifth of the life before the end
    [InlineData(600, 480, true)]
    [InlineData(1500, 1199, false)] // both at once
    [InlineData(1500, 1200, true)]
    public async Task Renews_when_five_minutes_or_a_fifth_of_the_life_is_left_and_not_before(int life, int age, bool renews)
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = count => ScriptedTokenEndpoint.Token($"token-{count}", life);
        await lab.GetTextAsync();

        lab.Clock.Advance(TimeSpan.FromSeconds(age));

        (await lab.StartsRequestAsync()).Should().Be(renews);
    }

    [Fact]
    public async Task Nobody_waits_for_a_background_renewal()
    {
        using var lab = new TokenSourceLab();
        await lab.GetTextAsync();

        lab.Endpoint.Hold();
        lab.Clock.Advance(TimeSpan.FromMinutes(55));
        ValueTask<BearerToken> meanwhile = lab.GetAsync();
        meanwhile.IsCompletedSuccessfully.Should().BeTrue();
        (await meanwhile).Token.Should().Be("token-1");
        await lab.Endpoint.ReachedAsync(2);

        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("next", 3600));
        (await lab.GetTextAsync()).Should().Be("next");
        lab.Endpoint.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Callers_keep_the_old_token_during_one_background_renewal()
    {
        using var lab = new TokenSourceLab();
        await lab.GetTextAsync();
        lab.Endpoint.Hold();
        lab.Clock.Advance(TimeSpan.FromMinutes(56));

        string[] meanwhile = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(lab.GetTextAsync)));
        await lab.Endpoint.ReachedAsync(2);

        meanwhile.Should().AllBe("token-1");
        lab.Endpoint.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Blocks_when_the_token_has_ended_and_joins_the_renewal_under_way()
    {
        using var lab = new TokenSourceLab();
        await lab.GetTextAsync();
        lab.Endpoint.Hold();
        lab.Clock.Advance(TimeSpan.FromMinutes(56));
        await lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(2);

        lab.Clock.Advance(TimeSpan.FromMinutes(4));
        Task<string> late = lab.GetTextAsync();
        late.IsCompleted.Should().BeFalse();

        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("next", 3600));
        (await late).Should().Be("next");
        lab.Endpoint.Requests.Should().Be(2);
    }

    [Theory]
    [InlineData(3300, 29.9, false)] // 30 s after the failure
    [InlineData(3300, 30, true)]
    [InlineData(3540, 29.9, false)]
    [InlineData(3560, 19.9, false)] // half of what was left
    [InlineData(3560, 20, true)]
    public async Task Tries_again_30_seconds_after_a_failed_renewal_or_after_half_of_what_is_left(int failedAt, double later, bool renews)
    {
        using var lab = new TokenSourceLab();
        await FailOneBackgroundRenewal(lab, TimeSpan.FromSeconds(failedAt));

        lab.Clock.Advance(TimeSpan.FromSeconds(later));

        (await lab.StartsRequestAsync()).Should().Be(renews);
    }

    [Fact]
    public async Task Tells_the_log_of_a_failed_background_renewal()
    {
        ILogger logger = Substitute.For<ILogger>();
        logger.IsEnabled(LogLevel.Warning).Returns(true);
        using var lab = new TokenSourceLab(logger: logger);

        await FailOneBackgroundRenewal(lab, TimeSpan.FromMinutes(55));

        logger.ReceivedCalls().Count(call => call.GetMethodInfo().Name == nameof(ILogger.Log)).Should().Be(1);
    }

    [Fact]
    public async Task A_failed_background_renewal_does_not_shorten_the_life_of_the_old_token()
    {
        using var lab = new TokenSourceLab();
        await FailOneBackgroundRenewal(lab, TimeSpan.FromSeconds(3599));

        lab.Clock.Advance(TimeSpan.FromSeconds(0.4));
        (await lab.GetTextAsync()).Should().Be("token-1");

        lab.Clock.Advance(TimeSpan.FromSeconds(0.6));
        (await lab.GetTextAsync()).Should().Be("token-3");
    }

    private static async Task FailOneBackgroundRenewal(TokenSourceLab lab, TimeSpan at)
    {
        await lab.GetTextAsync();
        lab.Endpoint.Hold();
        lab.Clock.Advance(at);
        await lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(2);
        await lab.FailAsync(new TaskPlatformConnectionException("down"));
    }
}
