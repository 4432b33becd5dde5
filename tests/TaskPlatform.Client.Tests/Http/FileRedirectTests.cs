using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A file may lie elsewhere: the client goes there once, and takes nothing with it that is meant for the API.</summary>
public sealed class FileRedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task One_redirect_is_followed_without_the_bearer(int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        await using KestrelPlatform elsewhere = await StartStoreAsync();
        live.Answer(FakeOperation.DownloadFile, status, "", ("Location", $"{elsewhere.BaseAddress}bucket/file?signature=abc"));

        await using Stream content = await OpenAsync(live);

        content.ReadByte().Should().Be(7);
        FakeRequest received = elsewhere.Fake.Requests.Single();
        received.Method.Should().Be("GET");
        received.PathAndQuery.Should().Be("/api/v1/bucket/file?signature=abc");
        received.Authorization.Should().BeNull();
        live.Platform.RequestsFor(FakeOperation.DownloadFile).Should().ContainSingle();
    }

    [Fact]
    public async Task The_callers_headers_stay_at_home()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        await using KestrelPlatform elsewhere = await StartStoreAsync();
        live.Answer(FakeOperation.DownloadFile, 302, "", ("Location", $"{elsewhere.BaseAddress}file"));

        await using Stream content = await live.Client.Tasks.OpenFileAsync(
            live.Task.Id, live.RunId, "a.png", new RequestOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Tenant-Key"] = "k" } }, TestContext.Current.CancellationToken);

        live.Platform.RequestsFor(FakeOperation.DownloadFile).Single().Headers.Should().ContainKey("X-Tenant-Key");
        elsewhere.Fake.Requests.Single().Headers.Should().NotContainKey("X-Tenant-Key");
    }

    [Fact]
    public async Task A_redirect_back_to_the_api_carries_no_bearer_either()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 302, "", ("Location", "/api/v1/elsewhere"));
        live.Answer(FakeOperation.Unknown, 200, [7], "image/png");

        await using Stream content = await OpenAsync(live);

        content.ReadByte().Should().Be(7);
        live.Platform.RequestsFor(FakeOperation.Unknown).Single().Authorization.Should().BeNull();
    }

    [Fact]
    public async Task A_second_redirect_is_an_error()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        await using KestrelPlatform elsewhere = await KestrelPlatform.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 302, "", ("Location", $"{elsewhere.BaseAddress}first"));
        elsewhere.Fake.RespondNext(FakeOperation.Unknown, _ => Redirect($"{elsewhere.BaseAddress}second"));

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => OpenAsync(live));

        failure.StatusCode.Should().Be(HttpStatusCode.Found);
        failure.Attempts.Should().HaveCount(2);
        failure.RunId.Should().Be(live.RunId);
        elsewhere.Fake.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("http://192.0.2.7/file")]
    [InlineData("ftp://127.0.0.1/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    public async Task A_redirect_to_an_address_that_is_not_safe_is_refused(string location)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 302, "", ("Location", location));

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => OpenAsync(live));

        failure.StatusCode.Should().Be(HttpStatusCode.Found);
        failure.Attempts.Should().ContainSingle();
    }

    [Fact]
    public async Task What_the_store_refuses_is_told_as_it_is()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        await using KestrelPlatform elsewhere = await KestrelPlatform.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 302, "", ("Location", $"{elsewhere.BaseAddress}file"));
        elsewhere.Fake.RespondNext(FakeOperation.Unknown, HttpStatusCode.Unauthorized, "<Error>Expired</Error>", "application/xml");

        TaskPlatformAuthenticationException failure = await ConnectedClient.ThrownAsync<TaskPlatformAuthenticationException>(() => OpenAsync(live));

        failure.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        live.Platform.TokensIssued.Should().Be(1, "a token is not renewed because a stranger refuses");
        elsewhere.Fake.Requests.Should().ContainSingle();
    }

    private static async Task<KestrelPlatform> StartStoreAsync()
    {
        KestrelPlatform store = await KestrelPlatform.StartAsync();
        store.Fake.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, "\u0007", "image/png");
        return store;
    }

    private static HttpResponseMessage Redirect(string location)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Found);
        answer.Headers.TryAddWithoutValidation("Location", location);
        return answer;
    }

    private static Task<Stream> OpenAsync(ConnectedClient live) =>
        live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.png", TestContext.Current.CancellationToken);
}
