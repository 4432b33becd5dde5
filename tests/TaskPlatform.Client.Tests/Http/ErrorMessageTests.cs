using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>The sentences an API exception is made of.</summary>
public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData(409, """{"detail":{"reason":"R","message":"The name is taken"},"request_id":"req-1"}""", "409 Conflict to POST …/task/ID (R): The name is taken. Request id: req-1.")]
    [InlineData(409, """{"detail":"Really?"}""", "409 Conflict to POST …/task/ID: Really?")]
    [InlineData(409, """{"detail":"No!"}""", "409 Conflict to POST …/task/ID: No!")]
    [InlineData(409, """{"detail":"Done."}""", "409 Conflict to POST …/task/ID: Done.")]
    [InlineData(409, """{"detail":"  "}""", "409 Conflict to POST …/task/ID.")]
    [InlineData(409, "", "409 Conflict to POST …/task/ID.")]
    [InlineData(499, "<html>", "499 to POST …/task/ID.")]
    [InlineData(500, """{"error":{"message":"Broken"}}""", "500 InternalServerError to POST …/task/ID: Broken. The call may have been carried out: look before you repeat it.")]
    public async Task Say_status_call_reason_words_and_request(int status, string body, string expected)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, status, body);

        (await MessageAsync(live)).Should().Be("The platform answered " + expected.Replace("ID", live.Task.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Say_how_long_the_platform_asks_to_wait()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 429, "", ("Retry-After", "4711"));

        (await MessageAsync(live)).Should().EndWith(" It asks to wait 4711 s.");
    }

    [Fact]
    public async Task Say_where_and_which_for_five_field_errors_and_that_there_are_more()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        string[] issues = [.. Enumerable.Range(0, 6).Select(static i => $$"""{"loc":["body",{{i}}],"msg":"{{(i == 1 ? "" : "m" + i)}}","type":"t"}""")];
        live.Answer(FakeOperation.UpdateTask, 422, $$"""{"detail":[{{string.Join(',', issues)}}]}""");
        live.Answer(FakeOperation.UpdateTask, 422, $$"""{"detail":[{{string.Join(',', issues[..5])}}]}""");

        const string Five = ". At body.0 (t): m0; body.1 (t); body.2 (t): m2; body.3 (t): m3; body.4 (t): m4";
        (await MessageAsync(live)).Should().EndWith(Five + "; …");
        (await MessageAsync(live)).Should().EndWith(Five + ".");
    }

    [Fact]
    public async Task Cut_the_servers_words_at_300_characters_and_show_that_they_were_cut()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 409, $$"""{"detail":"{{new string('q', 301)}}"}""");
        live.Answer(FakeOperation.UpdateTask, 409, $$"""{"detail":"{{new string('q', 300)}}"}""");

        (await MessageAsync(live)).Should().EndWith(": " + new string('q', 300) + "…");
        (await MessageAsync(live)).Should().EndWith(": " + new string('q', 300) + ".");
    }

    private static async Task<string> MessageAsync(ConnectedClient live) =>
        (await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.UpdateTask))).Message;
}
