using FluentAssertions;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class FixedTokenTests
{
    public static TheoryData<TaskPlatformCredential> Fixed => new(
        TaskPlatformCredential.ApiKey("fixed"), TaskPlatformCredential.AccessToken("fixed"), TaskPlatformCredential.TaskToken("fixed"));

    [Theory]
    [MemberData(nameof(Fixed), DisableDiscoveryEnumeration = true)]
    public async Task Is_sent_as_it_is_and_never_renewed(TaskPlatformCredential credential)
    {
        using var lab = new TokenSourceLab(credential);

        BearerToken token = await lab.GetAsync();
        lab.Clock.Advance(TimeSpan.FromDays(1000));
        BearerToken later = await lab.GetAsync();

        token.Token.Should().Be("fixed");
        later.Should().Be(token);
        (await lab.RenewAsync(token)).Should().BeNull();
        lab.Endpoint.Requests.Should().Be(0);
    }

    [Fact]
    public async Task A_caller_who_has_cancelled_before_gets_none()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.ApiKey("fixed"));

        await lab.Invoking(static it => it.Source.GetAsync(new CancellationToken(canceled: true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_access_token_is_refused_here_once_it_has_ended()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.AccessToken("marker", ManualTimeProvider.Start.AddMinutes(10)));

        lab.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        (await lab.GetTextAsync()).Should().Be("marker");

        lab.Clock.Advance(TimeSpan.FromTicks(1));
        (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>())
            .Which.Message.Should().Contain("2030-01-02 03:14:05Z").And.NotContain("marker");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("key\n")]
    [InlineData(" key")]
    [InlineData("schlüssel")]
    public void A_key_must_be_text_that_a_header_carries(string? key)
    {
        FluentActions.Invoking(() => TaskPlatformCredential.ApiKey(key!)).Should().Throw<ArgumentException>();
    }
}
