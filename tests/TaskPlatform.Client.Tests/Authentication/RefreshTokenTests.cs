using FluentAssertions;
using TaskPlatform.Client.Authentication;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class RefreshTokenTests
{
    [Fact]
    public async Task Sends_the_refresh_token_once_and_may_not_repeat_it()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", "id", "secret"));

        (await lab.GetTextAsync()).Should().Be("token-1");

        lab.Endpoint.LastForm.Should().Equal("grant_type=refresh_token", "refresh_token=refresh-0");
        lab.Endpoint.LastGrant.BasicCredentials.Should().NotBeNull();
        lab.Endpoint.LastGrant.Repeatable.Should().BeFalse();
        lab.Endpoint.LastGrant.Secrets.Should().Contain("refresh-0");
    }

    [Fact]
    public async Task A_public_client_shows_its_id_alone()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", "id"));

        await lab.GetTextAsync();

        lab.Endpoint.LastGrant.BasicCredentials.Should().BeNull();
        lab.Endpoint.LastForm.Should().EndWith("client_id=id");
    }

    [Fact]
    public async Task Reports_each_rotation_and_uses_the_new_one_next()
    {
        var rotations = new List<string>();
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", onRotated: token =>
        {
            rotations.Add(token);
            return default;
        }));
        lab.Endpoint.Answer = Rotating;

        await lab.GetTextAsync();
        lab.Clock.Advance(TimeSpan.FromHours(1));
        await lab.GetTextAsync();

        rotations.Should().Equal("refresh-1", "refresh-2");
        lab.Endpoint.LastForm.Should().Contain("refresh_token=refresh-1");
    }

    [Fact]
    public async Task Hands_the_token_out_only_after_the_rotation_has_been_stored()
    {
        var stored = new TaskCompletionSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", onRotated: _ =>
        {
            asked.SetResult();
            return new ValueTask(stored.Task);
        }));
        lab.Endpoint.Answer = Rotating;

        Task<string> call = lab.GetTextAsync();
        await asked.Task;
        call.IsCompleted.Should().BeFalse();
        stored.SetResult();

        (await call).Should().Be("token-1");
    }

    [Fact]
    public async Task An_unchanged_refresh_token_is_no_rotation()
    {
        var rotations = new List<string>();
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", onRotated: token =>
        {
            rotations.Add(token);
            return default;
        }));
        lab.Endpoint.Answer = static count => ScriptedTokenEndpoint.Token("token", 60, refreshToken: "refresh-0");

        await lab.GetTextAsync();

        rotations.Should().BeEmpty();
    }

    [Fact]
    public async Task A_rotation_that_could_not_be_stored_is_reported_and_stored_before_anything_else()
    {
        var rotations = new List<string>();
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", onRotated: token =>
        {
            rotations.Add(token);
            return rotations.Count == 1 ? throw new IOException("disk full, marker") : default;
        }));
        lab.Endpoint.Answer = Rotating;

        TaskPlatformAuthenticationException failure = (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>()).Which;
        failure.Message.Should().Contain("onRotated failed with IOException").And.NotContain("marker").And.NotContain("refresh-1");
        failure.InnerException!.InnerException.Should().BeOfType<IOException>();

        (await lab.GetTextAsync()).Should().Be("token-1", "the token that came with the rotation still serves");
        rotations.Should().Equal("refresh-1", "refresh-1");
        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task A_token_that_ended_before_its_rotation_could_be_stored_is_replaced()
    {
        var rotations = new List<string>();
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", onRotated: token =>
        {
            rotations.Add(token);
            return rotations.Count == 1 ? throw new IOException("disk full") : default;
        }));
        lab.Endpoint.Answer = Rotating;
        await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>();

        lab.Clock.Advance(TimeSpan.FromHours(1));

        (await lab.GetTextAsync()).Should().Be("token-2");
        rotations.Should().Equal("refresh-1", "refresh-1", "refresh-2");
        lab.Endpoint.LastForm.Should().Contain("refresh_token=refresh-1");
    }

    [Fact]
    public async Task Stores_a_rotation_that_came_with_a_token_of_no_use()
    {
        var rotations = new List<string>();
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0", onRotated: token =>
        {
            rotations.Add(token);
            return default;
        }));
        lab.Endpoint.Answer = static _ => ScriptedTokenEndpoint.Token("token", 60, type: "mac", refreshToken: "refresh-1");

        await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>();

        rotations.Should().Equal("refresh-1");
    }

    [Fact]
    public async Task Says_that_the_rotation_may_be_lost_when_the_answer_was()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.RefreshToken("refresh-0"));
        lab.Endpoint.Answer = static _ => throw new TaskPlatformConnectionException("connection lost") { OutcomeUnknown = true };

        TaskPlatformAuthenticationException failure = (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>()).Which;

        failure.Message.Should().Contain("may have replaced it already");
        failure.OutcomeUnknown.Should().BeFalse("the call itself was not sent");
    }

    [Fact]
    public async Task Clients_that_share_the_credential_take_turns()
    {
        TaskPlatformCredential shared = TaskPlatformCredential.RefreshToken("refresh-0");
        using var lab = new TokenSourceLab(shared);
        using ITokenSource other = shared.CreateSource(lab.Setup);
        lab.Endpoint.Answer = Rotating;
        lab.Endpoint.Hold();

        Task<string> first = lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(1);
        Task<BearerToken> second = other.GetAsync(TestContext.Current.CancellationToken).AsTask();
        await lab.AnswerAsync(Rotating(1));

        (await first).Should().Be("token-1");
        (await second).Token.Should().Be("token-2");
        lab.Endpoint.LastForm.Should().Contain("refresh_token=refresh-1");
    }

    [Fact]
    public void A_secret_needs_its_id()
    {
        FluentActions.Invoking(() => TaskPlatformCredential.RefreshToken("refresh", clientSecret: "secret"))
            .Should().Throw<ArgumentException>().WithParameterName("clientId");
    }

    private static TokenAnswer Rotating(int count) => ScriptedTokenEndpoint.Token($"token-{count}", 3600, refreshToken: $"refresh-{count}");
}
