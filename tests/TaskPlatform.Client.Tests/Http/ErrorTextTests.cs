using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>What an exception's text and its body may show: enough to act on, never a secret.</summary>
public sealed class ErrorTextTests
{
    private const string Secret = "s3cr3t+/%: ~!\"<é";

    [Fact]
    public async Task The_servers_words_are_cut_to_300_characters()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 409, $$"""{"detail":"{{new string('w', 5000)}}"}""");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Message.Count(letter => letter == 'w').Should().BeInRange(290, 302, "the platform's own 'answered' has one too");
        failure.ServerMessage.Should().HaveLength(5000);
    }

    [Fact]
    public async Task Many_field_errors_share_the_300_characters()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        string issues = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"loc":["body","f{{i}}"],"msg":"{{new string('q', 200)}}","type":"t"}"""));
        live.Answer(FakeOperation.UpdateTask, 422, $$"""{"detail":[{{issues}}]}""");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Issues.Should().HaveCount(50);
        failure.Message.Count(letter => letter == 'q').Should().BeLessThanOrEqualTo(300);
        failure.Message.Length.Should().BeLessThan(1000);
    }

    [Fact]
    public async Task An_emoji_is_not_cut_in_two()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 409, JsonSerializer.Serialize(new { detail = "x" + string.Concat(Enumerable.Repeat("😀", 300)) }));

        TaskPlatformApiException failure = await FailAsync(live);

        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(failure.Message)).Should().Be(failure.Message);
    }

    [Fact]
    public async Task The_body_is_never_part_of_the_text()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 400, """{"detail":{"reason":"R","message":"M","rError":{"value":"BODY-MARKER"}},"input":"BODY-MARKER"}""");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Body.Should().Contain("BODY-MARKER");
        failure.ToString().Should().NotContain("BODY-MARKER");
    }

    [Fact]
    public async Task Line_breaks_of_the_server_make_no_new_lines_in_a_log()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 409, """{"detail":{"reason":"R\r\nX","message":"one\r\n2026-01-01 forged\u001b[31m"}}""");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Message.Should().NotContainAny("\r", "\n", "\u001b").And.Contain("forged");
        failure.ServerMessage.Should().Contain("\r\n");
    }

    [Fact]
    public async Task A_bearer_that_the_server_repeats_is_masked_everywhere()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        live.Platform.RespondNext(FakeOperation.UpdateTask, request => Json(HttpStatusCode.Conflict, $$"""
            {"detail":{"reason":"{{Bearer(request)}}","message":"Refused {{Bearer(request)}}."},"request_id":"{{Bearer(request)}}"}
            """));

        TaskPlatformApiException failure = await FailAsync(live);

        failure.ServerMessage.Should().Be("Refused ***.");
        string bearer = Bearer(live.Platform.RequestsFor(FakeOperation.UpdateTask).Single());
        Everything(failure).Should().NotContain(bearer);
    }

    [Fact]
    public async Task A_bearer_in_a_field_error_is_masked()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.UpdateTask, request => Json(HttpStatusCode.UnprocessableEntity, $$"""
            {"detail":[{"loc":["header","{{Bearer(request)}}"],"msg":"{{Bearer(request)}}","type":"{{Bearer(request)}}","input":"{{Bearer(request)}}"}]}
            """));

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Issues.Should().Equal(new ValidationIssue("header.***", "***", "***"));
        Everything(failure).Should().NotContain(live.Platform.ApiKey);
    }

    [Theory]
    [InlineData(ClientAuthentication.Basic)]
    [InlineData(ClientAuthentication.Form)]
    public async Task Credentials_that_the_token_endpoint_repeats_are_masked(ClientAuthentication way)
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync((options, _) =>
        {
            options.ClientSecret = Secret;
            options.ClientAuthentication = way;
        });
        live.Platform.RespondNext(FakeOperation.Token, request => Json(HttpStatusCode.BadRequest, JsonSerializer.Serialize(new
        {
            error = "invalid_client",
            error_description = $"{Secret} {request.Authorization} {request.Text}",
        })));

        Exception failure = await ConnectedClient.ThrownAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(FakeOperation.UpdateTask));

        string basic = live.Platform.RequestsFor(FakeOperation.Token).Single().Authorization?["Basic ".Length..] ?? "none";
        Everything(failure).Should().NotContainAny(Secret, basic, Uri.EscapeDataString(Secret), "s3cr3t").And.Contain("***");
    }

    [Fact]
    public async Task A_refresh_token_that_the_token_endpoint_repeats_is_masked()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync((options, _) =>
            (options.ClientId, options.ClientSecret, options.Credential) = (null, null, TaskPlatformCredential.RefreshToken("rt+MARKER/1", "app")));
        live.Platform.RespondNext(FakeOperation.Token, request => Json(HttpStatusCode.BadRequest, JsonSerializer.Serialize(new { error = "invalid_grant", error_description = "rt+MARKER/1 " + request.Text })));

        Exception failure = await ConnectedClient.ThrownAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(FakeOperation.UpdateTask));

        Everything(failure).Should().NotContain("MARKER").And.Contain("invalid_grant");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("url")]
    [InlineData("plain")]
    public async Task A_secret_is_masked_in_the_forms_a_server_may_write_it_in(string form)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.ApiKey = "key<\"&+/='>end");
        live.Platform.RespondNext(FakeOperation.UpdateTask, request => new HttpResponseMessage(HttpStatusCode.BadGateway)
        {
            Content = new StringContent("<p>" + form switch
            {
                "json" => JsonSerializer.Serialize(Bearer(request)),
                "html" => WebUtility.HtmlEncode(Bearer(request)),
                "url" => Uri.EscapeDataString(Bearer(request)),
                _ => Bearer(request),
            }),
        });

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Body.Should().StartWith("<p>").And.Contain("***").And.NotContainAny("key", "end");
    }

    [Fact]
    public async Task A_secret_written_with_escapes_is_masked_in_what_is_read_from_it()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.UpdateTask, request => Json(HttpStatusCode.Conflict, $$"""{"detail":"Got {{string.Concat(Bearer(request).Select(letter => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")))}}"}"""));

        TaskPlatformApiException failure = await FailAsync(live);

        failure.ServerMessage.Should().Be("Got ***");
        failure.ToString().Should().NotContain(live.Platform.ApiKey);
    }

    public static TheoryData<int> CutsThroughASecret => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(CutsThroughASecret))]
    public async Task No_part_of_a_secret_is_left_where_the_body_is_cut(int shown)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.ApiKey = "0123456789ab");
        live.Answer(FakeOperation.UpdateTask, 500, Encoding.UTF8.GetBytes(new string('x', (16 * 1024) - shown) + "0123456789ab" + new string('y', 1000)), "text/plain");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Body!.Length.Should().BeLessThanOrEqualTo(16 * 1024);
        failure.Body.Should().MatchRegex(@"\Ax+\*{0,3}y*\z");
    }

    [Fact]
    public async Task No_part_of_a_secret_is_left_where_reading_stopped()
    {
        // So many secrets that what is left of them moves the end of what was read into the part that is shown.
        string key = new('k', 4001);
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.ApiKey = key);
        live.Answer(FakeOperation.UpdateTask, 500, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(key + " ", 3000))), "text/plain");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Body.Should().MatchRegex(@"\A(\*\*\* ?)+\z");
    }

    [Fact]
    public async Task A_secret_that_begins_like_another_leaves_nothing_of_the_longer_one()
    {
        var tokens = new Queue<string>(["abc-1", "abc-1-and-more"]);
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync((options, _) =>
            (options.ClientId, options.ClientSecret, options.Credential) = (null, null, TaskPlatformCredential.FromCallback(_ => new(new BearerToken(tokens.Dequeue())))));
        live.Platform.RespondNext(FakeOperation.UpdateTask, request => Json(HttpStatusCode.Unauthorized, $$"""{"detail":"Got {{Bearer(request)}}"}"""), times: 2);

        TaskPlatformApiException failure = await FailAsync(live);

        failure.ServerMessage.Should().Be("Got ***");
    }

    private static string Bearer(FakeRequest request) => request.Authorization!["Bearer ".Length..];

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static Task<TaskPlatformApiException> FailAsync(ConnectedClient live) =>
        ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.UpdateTask));

    // The texts and every member of the exception and its causes.
    private static string Everything(Exception failure)
    {
        var text = new StringBuilder(failure.ToString());
        for (Exception? at = failure; at is not null; at = at.InnerException)
        {
            if (at is TaskPlatformApiException api)
            {
                text.AppendJoin(' ', api.Body, api.Reason, api.ServerMessage, api.RequestId, string.Join(' ', api.Issues));
            }
        }

        return text.ToString();
    }
}
