using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using NSubstitute;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using Xunit;

namespace TaskPlatform.Client.Tests.Raw;

public sealed class RawCallTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_what_it_is_told_and_gives_back_what_came()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.Unknown, 202, """{"id":"x","deep":[1.50,null]}""", ("X-Request-ID", "r-1"), ("X-Own", "kept"));

        RawAnswer answer = await live.Client.SendAsync(HttpMethod.Put, "task_forwarder/7?dry=true", new JsonObject { ["url"] = "https://example.org", ["on"] = null }, Cancellation);

        (answer.StatusCode, answer.Body.GetRawText()).Should().Be((HttpStatusCode.Accepted, """{"id":"x","deep":[1.50,null]}"""));
        answer.Headers!.GetValues("X-Own").Should().Equal("kept");
        (answer.Response.RequestId, answer.Response.Attempts.Count).Should().Be(("r-1", 1));
        FakeRequest request = live.Platform.Requests.Should().ContainSingle().Which;
        (request.Method, request.PathAndQuery).Should().Be(("PUT", $"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/task_forwarder/7?dry=true"));
        request.Text.Should().Be("""{"url":"https://example.org","on":null}""");
        (request.Headers["Content-Type"], request.Headers["Accept"], request.Authorization).Should().Be(("application/json", "application/json", "Bearer " + live.Platform.ApiKey));
    }

    [Fact]
    public async Task Reaches_the_platforms_own_operations()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        RawAnswer made = await live.Client.SendAsync(HttpMethod.Post, "reporting-groups", new JsonObject { ["name"] = "acme" }, Cancellation);
        RawAnswer page = await live.Client.SendAsync(HttpMethod.Get, "reporting-groups?page_limit=5", cancellationToken: Cancellation);
        RawAnswer gone = await live.Client.SendAsync(HttpMethod.Delete, $"reporting-groups/{made.Body.GetProperty("id")}", cancellationToken: Cancellation);

        made.StatusCode.Should().Be(HttpStatusCode.Created);
        page.Body.GetProperty("results")[0].GetProperty("name").GetString().Should().Be("acme");
        (gone.StatusCode, gone.Body.ValueKind).Should().Be((HttpStatusCode.NoContent, JsonValueKind.Null));
        FakeRequest deletion = live.Platform.RequestsFor(FakeOperation.DeleteReportingGroup).Should().ContainSingle().Which;
        deletion.Body.IsEmpty.Should().BeTrue();
        deletion.Headers.Keys.Should().NotContain("Content-Type");
        live.Platform.RequestsFor(FakeOperation.ListReportingGroups)[0].Headers.Keys.Should().NotContain("Content-Length");
    }

    [Theory]
    [InlineData("", "null")]
    [InlineData(" \r\n", "null")]
    [InlineData("null", "null")]
    [InlineData("[1,{}]", "[1,{}]")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("7.50", "7.50")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("""{"half":"\ud800"}""", """{"half":"\uFFFD"}""")]
    public async Task Any_JSON_is_a_body_and_an_empty_one_is_null(string sent, string read)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.Unknown, 200, sent);
        live.Answer(FakeOperation.Unknown, 200, sent);

        (await live.Client.SendAsync(HttpMethod.Get, "x", cancellationToken: Cancellation)).Body.GetRawText().Should().Be(read);
        (await live.Client.SendAsync(HttpMethod.Post, "x", cancellationToken: Cancellation)).Body.GetRawText().Should().Be(read);
    }

    [Fact]
    public async Task A_HEAD_has_status_and_headers_alone()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.Unknown, 200, "", ("X-Count", "3"));

        RawAnswer answer = await live.Client.SendAsync(HttpMethod.Head, "task", cancellationToken: Cancellation);

        answer.Headers!.GetValues("X-Count").Should().Equal("3");
        answer.Body.ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("GET", 3, false)]
    [InlineData("POST", 1, true)]
    public async Task What_is_no_JSON_is_kept_on_the_exception(string method, int attempts, bool unknown)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.Unknown, 200, "%PDF-1.7 secret"u8.ToArray(), "application/pdf", times: attempts);

        TaskPlatformSerializationException failure =
            await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(() => live.Client.SendAsync(new HttpMethod(method), "report/x", cancellationToken: Cancellation));

        Encoding.UTF8.GetString(failure.Body.Span).Should().Be("%PDF-1.7 secret");
        (failure.StatusCode, failure.OutcomeUnknown, failure.Attempts.Count).Should().Be((HttpStatusCode.OK, unknown, attempts));
        failure.Message.Should().Contain("can't be read as JSON").And.Contain("kept in Body");
        failure.ToString().Should().NotContain("secret");
    }

    [Fact]
    public async Task Types_of_the_callers_go_out_and_come_back_by_contracts_of_the_callers()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.Unknown, 200, """{"name":"crm","target_url":"https://example.org","later":1}""");
        live.Answer(FakeOperation.Unknown, 200, """{"name":"read"}""");
        live.Answer(FakeOperation.Unknown, 204, "");

        RawAnswer<Forwarder> made = await live.Client.SendAsync(HttpMethod.Post, "task_forwarder", new Forwarder("crm", "https://example.org"), RawJson.Default.Forwarder, RawJson.Default.Forwarder, Cancellation);
        RawAnswer<Forwarder> read = await live.Client.SendAsync(HttpMethod.Get, "task_forwarder/crm", RawJson.Default.Forwarder, new RequestOptions(), Cancellation);
        RawAnswer<Forwarder> none = await live.Client.SendAsync(HttpMethod.Post, "task_forwarder", new Forwarder("crm"), RawJson.Default.Forwarder, RawJson.Default.Forwarder, new RequestOptions(), Cancellation);

        made.Value.Should().Be(new Forwarder("crm", "https://example.org"));
        (made.StatusCode, made.Response.Attempts.Count).Should().Be((HttpStatusCode.OK, 1));
        read.Value!.Name.Should().Be("read");
        (none.StatusCode, none.Value).Should().Be((HttpStatusCode.NoContent, null));
        live.Platform.Requests.Select(static request => request.Text)
            .Should().Equal("""{"name":"crm","target_url":"https://example.org"}""", "", """{"name":"crm","target_url":null}""");
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_the_callers_type_is_kept()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.Unknown, 200, """{"name":["secret"]}""");
        live.Answer(FakeOperation.Unknown, 200, "");

        TaskPlatformSerializationException wrong = await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(
            () => live.Client.SendAsync(HttpMethod.Post, "x", new Forwarder("a"), RawJson.Default.Forwarder, RawJson.Default.Forwarder, Cancellation));
        TaskPlatformSerializationException empty = await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(
            () => live.Client.SendAsync(HttpMethod.Post, "x", RawJson.Default.Int32, Cancellation));

        (wrong.Path, wrong.ExpectedType, wrong.OutcomeUnknown).Should().Be(("$.name", typeof(Forwarder), true));
        wrong.ToString().Should().NotContain("secret");
        empty.ExpectedType.Should().Be<int>();
    }

    [Fact]
    public async Task Mistakes_are_told_in_the_task_and_nothing_is_sent()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        var loop = new Loop();
        loop.Itself = loop;
        JsonNode unwritable = JsonValue.Create(double.NaN);
        Func<Task>[] calls =
        [
            () => live.Client.SendAsync(null!, "x", cancellationToken: Cancellation),
            () => live.Client.SendAsync(HttpMethod.Get, null!, cancellationToken: Cancellation),
            () => live.Client.SendAsync(HttpMethod.Get, "../x", cancellationToken: Cancellation),
            () => live.Client.SendAsync(HttpMethod.Get, "x", new JsonObject(), Cancellation),
            () => live.Client.SendAsync(HttpMethod.Head, "x", new JsonObject(), Cancellation),
            () => live.Client.SendAsync(HttpMethod.Trace, "x", cancellationToken: Cancellation),
            () => live.Client.SendAsync(HttpMethod.Connect, "x", cancellationToken: Cancellation),
            () => live.Client.SendAsync(HttpMethod.Post, "x", unwritable, Cancellation),
            () => live.Client.SendAsync(HttpMethod.Post, "x", loop, RawJson.Default.Loop, RawJson.Default.Int32, Cancellation),
            () => live.Client.SendAsync(HttpMethod.Post, "x", loop, null!, RawJson.Default.Int32, Cancellation),
            () => live.Client.SendAsync(HttpMethod.Get, "x", answerType: (System.Text.Json.Serialization.Metadata.JsonTypeInfo<int>)null!, Cancellation),
            () => live.Client.SendAsync(HttpMethod.Post, "x", null, new RequestOptions { MaxAttempts = 0 }, Cancellation),
            () => live.Client.SendAsync(HttpMethod.Post, "x", null, new RequestOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "x" } }, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            Task started = call();
            await Assert.ThrowsAnyAsync<ArgumentException>(() => started);
        }

        live.Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Errors_are_those_of_every_call_and_options_hold()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        var options = new RequestOptions { MaxAttempts = 1, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Trace"] = "42" } };
        live.Answer(FakeOperation.Unknown, 409, """{"detail":{"reason":"IN_USE","message":"Still in use."}}""");
        live.Answer(FakeOperation.Unknown, 429, "");

        TaskPlatformApiException conflict = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.Client.SendAsync(HttpMethod.Delete, "task_forwarder/7", cancellationToken: Cancellation));
        TaskPlatformRateLimitException limit = await ConnectedClient.ThrownAsync<TaskPlatformRateLimitException>(() => live.Client.SendAsync(HttpMethod.Get, "x", null, options, Cancellation));

        (conflict.StatusCode, conflict.Reason, conflict.ServerMessage, conflict.OutcomeUnknown).Should().Be((HttpStatusCode.Conflict, "IN_USE", "Still in use.", false));
        conflict.Message.Should().Contain("DELETE …/task_forwarder/7").And.NotContain(live.Platform.ProjectId.ToString());
        limit.Attempts.Should().ContainSingle();
        live.Platform.Requests[^1].Headers["X-Trace"].Should().Be("42");
    }

    [Fact]
    public async Task Goes_to_the_project_of_its_client_and_no_longer_than_that_lives()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Guid other = Guid.NewGuid();
        live.Platform.AddProject(live.Platform.OrganizationId, other);
        TaskPlatformClient elsewhere = live.Client.ForProject(live.Platform.OrganizationId, other);

        await elsewhere.SendAsync(HttpMethod.Get, "reporting-groups", cancellationToken: Cancellation);
        await elsewhere.DisposeAsync();

        live.Platform.Requests.Should().ContainSingle().Which.Path.Should().EndWith($"/project/{other}/reporting-groups");
        await Assert.ThrowsAsync<ObjectDisposedException>(() => elsewhere.SendAsync(HttpMethod.Get, "x", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Can_be_mocked_and_shows_no_content()
    {
        TaskPlatformClient client = Substitute.For<TaskPlatformClient>();
        var answer = new RawAnswer(new ResponseMetadata(HttpStatusCode.OK), JsonSerializer.SerializeToElement("secret"));
        client.SendAsync(HttpMethod.Get, "x", null, Arg.Any<CancellationToken>()).Returns(answer);

        (await client.SendAsync(HttpMethod.Get, "x", cancellationToken: Cancellation)).Body.GetString().Should().Be("secret");
        answer.ToString().Should().NotContain("secret");
        new RawAnswer<string>(answer.Response, "secret").ToString().Should().NotContain("secret");
    }
}
