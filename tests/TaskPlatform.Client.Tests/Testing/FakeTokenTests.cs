using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeTokenTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly WireClient wire;

    public FakeTokenTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock);
        wire = new WireClient(platform);
    }

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Gives_a_token_for_client_credentials_in_the_Basic_header()
    {
        WireAnswer answer = await wire.AskForTokenAsync(ClientGrant, $"{platform.ClientId}:{platform.ClientSecret}");

        answer.Status.Should().Be(HttpStatusCode.OK);
        ((string?)answer.Json["token_type"]).Should().Be("bearer");
        ((int?)answer.Json["expires_in"]).Should().Be(3600);
        answer.Json["refresh_token"].Should().BeNull();
        answer.Headers["Cache-Control"].Should().Be("no-store");
        platform.TokensIssued.Should().Be(1);
    }

    [Fact]
    public async Task Gives_a_token_for_client_credentials_in_the_form()
    {
        WireAnswer answer = await wire.AskForTokenAsync(
            [.. ClientGrant, new("client_id", platform.ClientId), new("client_secret", platform.ClientSecret), new("scope", "a b")]);

        answer.Status.Should().Be(HttpStatusCode.OK);
        ((string?)answer.Json["scope"]).Should().Be("a b");
    }

    [Fact]
    public async Task Undoes_the_form_encoding_of_the_Basic_header()
    {
        platform.AddClient("the client", "s3cr3t+/%: ~!");

        WireAnswer encoded = await wire.AskForTokenAsync(ClientGrant, "the+client:s3cr3t%2B%2F%25%3A+~%21");
        WireAnswer raw = await wire.AskForTokenAsync(ClientGrant, "the client:s3cr3t+/%: ~!");

        encoded.Status.Should().Be(HttpStatusCode.OK);
        raw.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Refuses_a_wrong_secret_in_the_words_of_OAuth()
    {
        WireAnswer answer = await wire.AskForTokenAsync(ClientGrant, $"{platform.ClientId}:wrong");

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        ((string?)answer.Json["error"]).Should().Be("invalid_client");
        answer.Headers["WWW-Authenticate"].Should().Be("Basic");
        platform.TokensIssued.Should().Be(0);
    }

    [Fact]
    public async Task Refuses_credentials_sent_in_two_places()
    {
        WireAnswer answer = await wire.AskForTokenAsync([.. ClientGrant, new("client_secret", "x")], $"{platform.ClientId}:{platform.ClientSecret}");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)answer.Json["error"]).Should().Be("invalid_request");
    }

    [Fact]
    public async Task Refuses_a_grant_it_does_not_know()
    {
        WireAnswer answer = await wire.AskForTokenAsync([new("grant_type", "password")], $"{platform.ClientId}:{platform.ClientSecret}");

        ((string?)answer.Json["error"]).Should().Be("unsupported_grant_type");
    }

    [Fact]
    public async Task Takes_a_refresh_token_once_and_gives_the_next()
    {
        string first = platform.AddRefreshToken();

        WireAnswer answer = await wire.AskForTokenAsync([new("grant_type", "refresh_token"), new("refresh_token", first)]);
        WireAnswer again = await wire.AskForTokenAsync([new("grant_type", "refresh_token"), new("refresh_token", first)]);

        ((string?)answer.Json["refresh_token"]).Should().NotBeNullOrEmpty().And.NotBe(first);
        again.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)again.Json["error"]).Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Accepts_a_token_until_its_lifetime_is_over()
    {
        FakeTask task = platform.AddTask("Greet");
        platform.TokenLifetime = TimeSpan.FromMinutes(10);
        wire.Bearer = await NewTokenAsync();

        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        WireAnswer before = await wire.RunAsync(task);
        clock.Advance(TimeSpan.FromTicks(1));
        WireAnswer after = await wire.RunAsync(task);

        before.Status.Should().Be(HttpStatusCode.OK);
        after.Status.Should().Be(HttpStatusCode.Unauthorized);
        ((int?)after.Json["error"]!["code"]).Should().Be(401);
        ((string?)after.Json["error"]!["message"]).Should().Be("Access credentials are invalid");
    }

    [Fact]
    public async Task Refuses_revoked_tokens_but_not_newer_ones_nor_keys()
    {
        FakeTask task = platform.AddTask("Greet");
        string old = await NewTokenAsync();
        platform.RevokeTokens();
        string next = await NewTokenAsync();

        (await RunWithAsync(task, old)).Should().Be(HttpStatusCode.Unauthorized);
        (await RunWithAsync(task, next)).Should().Be(HttpStatusCode.OK);
        (await RunWithAsync(task, platform.ApiKey)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuses_a_call_without_a_bearer()
    {
        (await RunWithAsync(platform.AddTask("Greet"), null)).Should().Be(HttpStatusCode.Unauthorized);
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Refuses_a_revoked_API_key()
    {
        platform.RevokeApiKeys();

        (await RunWithAsync(platform.AddTask("Greet"), platform.ApiKey)).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Lets_the_token_of_a_task_run_that_task_and_nothing_else()
    {
        FakeTask own = platform.AddTask("Greet");
        FakeTask other = platform.AddTask("Part");

        (await RunWithAsync(own, own.AccessToken)).Should().Be(HttpStatusCode.OK);
        (await RunWithAsync(other, own.AccessToken)).Should().Be(HttpStatusCode.Forbidden);
        wire.Bearer = own.AccessToken;
        WireAnswer update = await wire.UpdateTaskAsync(own, """{"description":"mine"}""");
        update.Status.Should().Be(HttpStatusCode.Forbidden);
        update.Reason.Should().Be("PERMISSION_CHECK_FAILED");
    }

    [Fact]
    public async Task Accepts_a_token_made_elsewhere_for_as_long_as_it_is_said_to_be_good()
    {
        FakeTask task = platform.AddTask("Greet");
        platform.AddAccessToken("elsewhere", TimeSpan.FromSeconds(5));

        (await RunWithAsync(task, "elsewhere")).Should().Be(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await RunWithAsync(task, "elsewhere")).Should().Be(HttpStatusCode.Unauthorized);
    }

    private static KeyValuePair<string, string>[] ClientGrant => [new("grant_type", "client_credentials")];

    private async Task<string> NewTokenAsync()
    {
        WireAnswer answer = await wire.AskForTokenAsync(ClientGrant, $"{platform.ClientId}:{platform.ClientSecret}");
        return (string)answer.Json["access_token"]!;
    }

    private async Task<HttpStatusCode> RunWithAsync(FakeTask task, string? bearer)
    {
        wire.Bearer = bearer;
        return (await wire.RunAsync(task)).Status;
    }
}
