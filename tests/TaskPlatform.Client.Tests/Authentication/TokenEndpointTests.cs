using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

/// <summary>Token endpoints that don't do as they should, and refusals that no token mends, over a socket.</summary>
public sealed class TokenEndpointTests
{
    private const FakeOperation Run = FakeOperation.RunTask;
    private const FakeOperation Token = FakeOperation.Token;
    private const string Page = "<!DOCTYPE html><html><body>Sign in to the guest network</body></html>";

    private readonly ManualTimeProvider clock = new();

    [Theory]
    [InlineData(200)] // a captive portal
    [InlineData(502)]
    public async Task A_page_in_place_of_a_token_is_asked_past_and_then_told(int status)
    {
        await using ConnectedClient live = await StartAsync();
        live.Platform.RespondNext(Token, (HttpStatusCode)status, Page, "text/html", times: 3);

        TaskPlatformAuthenticationException failure = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(Run));

        failure.OutcomeUnknown.Should().BeFalse();
        failure.InnerException.Should().BeAssignableTo<TaskPlatformException>().Which.Attempts.Should().HaveCount(3);
        live.Platform.RequestsFor(Token).Should().HaveCount(3);
        live.Platform.RequestsFor(Run).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_came_once_costs_nothing_but_one_more_request()
    {
        await using ConnectedClient live = await StartAsync();
        live.Platform.RespondNext(Token, HttpStatusCode.OK, Page, "text/html");

        await live.CallAsync(Run);

        live.Platform.RequestsFor(Token).Should().HaveCount(2);
        live.Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task An_endpoint_that_is_down_for_a_moment_is_asked_again()
    {
        await using ConnectedClient live = await StartAsync();
        live.Platform.ThrowNext(Token, new IOException("cut"), times: 2);

        await live.CallAsync(Run);

        live.Platform.RequestsFor(Token).Should().HaveCount(3);
        live.Platform.ExecutedRuns.Should().Be(1);
    }

    [Theory]
    [InlineData("", 1, 1)] // an hour is assumed
    [InlineData(",\"expires_in\":\"7200\"", 1, 1)]
    [InlineData(",\"expires_in\":0", 3, 3)] // good for one call each
    [InlineData(",\"expires_in\":\"0\"", 3, 3)]
    [InlineData(",\"expires_in\":-5", 3, 3)]
    public async Task A_life_that_is_missing_or_text_or_nothing_is_understood(string expiresIn, int requests, int tokens)
    {
        await using ConnectedClient live = await StartAsync();
        int made = 0;
        live.Platform.RespondNext(
            Token,
            _ =>
            {
                string token = $"token-{++made}";
                live.Platform.AddAccessToken(token);
                return new HttpResponseMessage { Content = new StringContent($$"""{"access_token":"{{token}}","token_type":"Bearer"{{expiresIn}}}""") };
            },
            times: 10);

        for (int i = 0; i < 3; i++)
        {
            await live.CallAsync(Run);
            clock.Advance(TimeSpan.FromMinutes(18));
        }

        live.Platform.RequestsFor(Token).Should().HaveCount(requests);
        live.Platform.RequestsFor(Run).Select(static request => request.Authorization).Distinct(StringComparer.Ordinal).Should().HaveCount(tokens);
    }

    [Fact]
    public async Task A_token_of_another_type_is_not_sent()
    {
        await using ConnectedClient live = await StartAsync();
        live.Answer(Token, 200, """{"access_token":"mac-marker","token_type":"mac","expires_in":3600}""");

        TaskPlatformAuthenticationException failure = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(Run));

        failure.Message.Should().Contain("token_type").And.NotContain("marker");
        live.Platform.RequestsFor(Run).Should().BeEmpty();
    }

    [Fact]
    public async Task A_rotation_whose_answer_was_lost_is_told_and_the_spent_token_not_sent_again()
    {
        using var platform = new FakeTaskPlatform(timeProvider: clock);
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync(
            (options, fake) =>
            {
                (options.ClientId, options.ClientSecret, options.TimeProvider) = (null, null, clock);
                options.Credential = TaskPlatformCredential.RefreshToken(fake.AddRefreshToken(), fake.ClientId, fake.ClientSecret);
            },
            platform);
        platform.ThrowNext(Token, new IOException("cut"), at: FakeMoment.AfterExecution);

        TaskPlatformAuthenticationException lost = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(Run));
        int requests = platform.RequestsFor(Token).Count;
        TaskPlatformAuthenticationException refused = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(Run));

        requests.Should().Be(1);
        lost.Message.Should().Contain("may have replaced it already");
        refused.InnerException.Should().BeAssignableTo<TaskPlatformApiException>().Which.Reason.Should().Be("invalid_grant");
        platform.RequestsFor(Run).Should().BeEmpty();
    }

    [Fact]
    public async Task A_failed_background_renewal_delays_no_call_and_is_tried_again_after_half_a_minute()
    {
        using var log = new CapturedLog();
        await using ConnectedClient live = await StartAsync(log);
        await live.CallAsync(Run);
        clock.Advance(TimeSpan.FromMinutes(55));
        live.Answer(Token, 400, """{"error":"temporarily_unavailable"}""");

        // The clock stands still while a token is asked for: its time limit is half a minute too. A failure is logged once it is noted.
        await live.CallAsync(Run);
        await Eventually.HoldsAsync(() => log.Lines.Any(static line => line.Contains("could not be renewed in the background", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        await live.CallAsync(Run);
        live.Platform.RequestsFor(Token).Should().HaveCount(2, "the next try waits for half a minute");

        clock.Advance(TimeSpan.FromSeconds(30));
        await live.CallAsync(Run);
        await Eventually.HoldsAsync(() => live.Platform.TokensIssued == 2, TestContext.Current.CancellationToken);

        live.Platform.RequestsFor(Run).Should().HaveCount(live.Platform.ExecutedRuns, "no call was refused");
    }

    [Fact]
    public async Task A_refusal_of_the_gateway_is_renewed_and_one_for_lack_of_permission_is_not()
    {
        await using ConnectedClient live = await StartAsync();
        await live.CallAsync(Run);

        live.Answer(Run, 401, """{"error":{"code":401,"message":"Access credentials are invalid"}}""");
        await live.CallAsync(Run);
        int renewed = live.Platform.RequestsFor(Token).Count;
        live.Answer(Run, 403, """{"detail":{"reason":"PERMISSION_CHECK_FAILED","message":"No.","permissionError":{"permission":"task:run_task"}}}""");
        TaskPlatformPermissionException failure = await Assert.ThrowsAsync<TaskPlatformPermissionException>(() => live.CallAsync(Run));

        renewed.Should().Be(2);
        live.Platform.RequestsFor(Token).Should().HaveCount(2);
        failure.Reason.Should().Be("PERMISSION_CHECK_FAILED");
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().ContainSingle();
        live.Platform.ExecutedRuns.Should().Be(2);
    }

    private Task<ConnectedClient> StartAsync(CapturedLog? log = null) =>
        ConnectedClient.StartWithTokensAsync((options, _) => (options.TimeProvider, options.LoggerFactory) = (clock, log), new FakeTaskPlatform(timeProvider: clock));
}
