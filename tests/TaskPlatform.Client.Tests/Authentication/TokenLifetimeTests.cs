using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class TokenLifetimeTests
{
    [Fact]
    public async Task Counts_the_lifetime_from_before_the_request_was_sent()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Hold();
        Task<string> first = lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(1);
        lab.Clock.Advance(TimeSpan.FromSeconds(25));
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("slow", 60));
        await first;

        lab.Clock.Advance(TimeSpan.FromSeconds(35));

        (await lab.GetTextAsync()).Should().Be("token-2");
    }

    [Fact]
    public async Task Is_over_when_the_wall_clock_says_so()
    {
        using var lab = new TokenSourceLab();
        await lab.GetTextAsync();

        lab.Clock.JumpWallClock(TimeSpan.FromHours(1));

        (await lab.GetTextAsync()).Should().Be("token-2");
    }

    [Fact]
    public async Task Is_over_when_the_monotonic_clock_says_so()
    {
        using var lab = new TokenSourceLab();
        await lab.GetTextAsync();

        lab.Clock.JumpWallClock(TimeSpan.FromHours(-5));
        lab.Clock.Advance(TimeSpan.FromHours(1));

        (await lab.GetTextAsync()).Should().Be("token-2");
    }

    [Fact]
    public async Task Takes_an_hour_where_the_answer_has_no_expires_in()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = static count => ScriptedTokenEndpoint.Token($"token-{count}", expiresIn: null);
        await lab.GetTextAsync();

        lab.Endpoint.Hold();
        lab.Clock.Advance(TimeSpan.FromSeconds(3599.9));
        (await lab.GetTextAsync()).Should().Be("token-1");

        lab.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Task<string> next = lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(2);
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("next", expiresIn: null));
        (await next).Should().Be("next");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Uses_a_token_without_a_life_once(int expiresIn)
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = count => ScriptedTokenEndpoint.Token($"token-{count}", expiresIn);

        (await lab.GetTextAsync()).Should().Be("token-1");
        (await lab.GetTextAsync()).Should().Be("token-2");
    }

    [Fact]
    public async Task Takes_the_end_that_a_callback_names()
    {
        int calls = 0;
        TokenSourceLab? lab = null;
        using var owner = lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ =>
            new ValueTask<BearerToken>(new BearerToken($"call-{++calls}", lab!.Clock.GetUtcNow().AddMinutes(1)))));
        await lab.GetTextAsync();

        lab.Clock.Advance(TimeSpan.FromSeconds(47));
        (await lab.GetTextAsync()).Should().Be("call-1");
        lab.Clock.Advance(TimeSpan.FromSeconds(13));
        (await lab.GetTextAsync()).Should().Be("call-2");
        calls.Should().Be(2);
    }
}
