using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Whatever an error's body holds, it becomes the exception of its status with everything that could be read.</summary>
public sealed class ErrorBodyTests
{
    public static TheoryData<string, int> EveryShape
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in ErrorBodies.All.Keys)
            {
                foreach (int status in (int[])[401, 404, 422, 502])
                {
                    data.Add(name, status);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryShape))]
    public async Task Any_shape_is_read_with_any_status(string name, int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        ErrorBodyCase shape = ErrorBodies.All[name];
        live.Answer(FakeOperation.UpdateTask, status, Encoding.UTF8.GetBytes(shape.Text), shape.ContentType);

        TaskPlatformApiException failure = await FailAsync(live);

        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.Reason.Should().Be(shape.Reason);
        failure.ServerMessage.Should().Be(shape.Message);
        failure.RequestId.Should().Be(shape.RequestId);
        failure.Issues.Should().BeEmpty();
        failure.Message.Should().StartWith($"The platform answered {status} {(HttpStatusCode)status} to POST …/task/");
        failure.Message.Contains("may have been carried out", StringComparison.Ordinal).Should().Be(failure.OutcomeUnknown).And.Be(status == 502);
    }

    [Fact]
    public async Task Field_errors_keep_where_what_and_which()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateAgent, 422, """
            {"detail":[
              {"loc":["body","task_tools",1,"task_id"],"msg":"Not a UUID","type":"uuid_parsing","input":"INPUT-MARKER","ctx":{"error":"CTX-MARKER"}},
              {"loc":["body","max_turns"],"msg":"Too many","type":"less_than_equal","input":"INPUT-MARKER","ctx":{"le":500}},
              {"loc":"query","msg":null},
              {},
              "just words",
              7
            ]}
            """);

        TaskPlatformValidationException failure = await ConnectedClient.ThrownAsync<TaskPlatformValidationException>(() => live.CallAsync(FakeOperation.UpdateAgent));

        failure.Issues.Should().Equal(
            new ValidationIssue("body.task_tools.1.task_id", "Not a UUID", "uuid_parsing"),
            new ValidationIssue("body.max_turns", "Too many", "less_than_equal"),
            new ValidationIssue("query", "", ""),
            new ValidationIssue("", "", ""),
            new ValidationIssue("", "just words", ""),
            new ValidationIssue("", "", ""));
        failure.ServerMessage.Should().BeNull("a list holds no message");
        failure.Message.Should().Contain("body.task_tools.1.task_id").And.Contain("uuid_parsing").And.Contain("body.max_turns");
        failure.ToString().Should().NotContain("MARKER");
        failure.Issues[0].ToString().Should().NotContain("MARKER");
    }

    [Fact]
    public async Task Field_errors_are_read_although_the_body_repeats_what_was_sent_at_length()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.RunTask, 422, $$"""{"detail":[{"loc":["body","task_files",0],"msg":"Not wanted","type":"files","input":"{{new string('x', 200_000)}}"}]}""");

        TaskPlatformValidationException failure = await ConnectedClient.ThrownAsync<TaskPlatformValidationException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.Issues.Should().Equal(new ValidationIssue("body.task_files.0", "Not wanted", "files"));
        failure.Body!.Length.Should().Be(16 * 1024);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 409, [.. "{\"detail\":\"a"u8, 0xC3, 0x28, 0xFF, .. "b\"}"u8]);

        TaskPlatformApiException failure = await FailAsync(live);

        failure.ServerMessage.Should().Be("a\uFFFD(\uFFFDb");
        failure.Body.Should().Be("{\"detail\":\"a\uFFFD(\uFFFDb\"}");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_error_is_read(string encoding)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.UpdateTask, _ => new HttpResponseMessage(HttpStatusCode.Conflict)
        {
            Content = Compressed.Content("""{"detail":"Squeezed"}"""u8.ToArray(), encoding),
        });

        (await FailAsync(live)).ServerMessage.Should().Be("Squeezed");
    }

    [Fact]
    public async Task A_body_that_breaks_off_takes_nothing_away_from_the_status()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.UpdateTask, _ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new BreakingContent("{\"det"u8.ToArray(), 100) });

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Should().BeOfType<TaskPlatformNotFoundException>();
        failure.OutcomeUnknown.Should().BeFalse();
    }

    [Fact]
    public async Task A_page_of_five_megabytes_is_kept_in_its_first_16_KiB()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 502, Encoding.UTF8.GetBytes("<html>" + new string('x', 5 * 1024 * 1024)), "text/html");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        failure.Body.Should().Be("<html>" + new string('x', (16 * 1024) - 6));
        failure.Message.Length.Should().BeLessThan(200);
    }

    [Fact]
    public async Task A_page_without_an_end_is_not_waited_for()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.UpdateTask, _ => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new EndlessContent() });

        TaskPlatformApiException failure = await FailAsync(live);

        failure.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        failure.Body!.Length.Should().Be(16 * 1024);
    }

    [Fact]
    public async Task A_body_is_not_cut_through_the_middle_of_a_letter()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 500, Encoding.UTF8.GetBytes("x" + string.Concat(Enumerable.Repeat("😀", 10_000))), "text/plain");

        TaskPlatformApiException failure = await FailAsync(live);

        failure.Body!.Length.Should().BeLessThanOrEqualTo(16 * 1024);
        failure.Body.Should().EndWith("😀");
        failure.Message.Should().NotContain("\uFFFD");
    }

    private static Task<TaskPlatformApiException> FailAsync(ConnectedClient live) =>
        ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.UpdateTask));
}
