using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A 2xx that can't be read was carried out and maybe paid for: everything of it is on the exception, nothing in its text.</summary>
public sealed class UnreadableAnswerTests
{
    private static readonly Guid RunId = Guid.Parse("0195d208-5a41-f19c-8d77-0b6e92c4a1d3");

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["cut off"] = """{"id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","name":"CONTENT-MARKER","cre""",
        ["cut off in a text"] = """{"name":"CONTENT-MARKER""",
        ["html"] = "<html>CONTENT-MARKER</html>",
        ["null"] = "null",
        ["empty"] = "",
        ["blank"] = "  \n",
        ["list"] = """["CONTENT-MARKER"]""",
        ["text"] = "\"CONTENT-MARKER\"",
        ["number"] = "17",
        ["two values"] = """{} {"name":"CONTENT-MARKER"}""",
        ["not json"] = "{CONTENT-MARKER}",
        ["deep"] = "{\"CONTENT-MARKER\":" + new string('[', 10_000) + new string(']', 10_000) + "}",
        ["deep and cut off"] = "{\"llm_config\":{\"CONTENT-MARKER\":" + new string('[', 10_000),
    };

    public static TheoryData<FakeOperation, string> EveryBody
    {
        get
        {
            var data = new TheoryData<FakeOperation, string>();
            foreach (FakeOperation operation in ConnectedClient.Posts)
            {
                foreach (string name in Bodies.Keys)
                {
                    data.Add(operation, name);
                }
            }

            return data;
        }
    }

    public static TheoryData<FakeOperation, int> EverySuccess
    {
        get
        {
            var data = new TheoryData<FakeOperation, int>();
            foreach (FakeOperation operation in ConnectedClient.Posts)
            {
                foreach (int status in (int[])[200, 201, 202, 299])
                {
                    data.Add(operation, status);
                }
            }

            return data;
        }
    }

    public static TheoryData<FakeOperation> EveryPost => [.. ConnectedClient.Posts];

    [Theory]
    [MemberData(nameof(EveryBody))]
    public async Task Nothing_of_it_is_lost_and_nothing_of_it_is_shown(FakeOperation operation, string name)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        byte[] body = Encoding.UTF8.GetBytes(Bodies[name]);
        live.Answer(operation, 200, body, at: FakeMoment.AfterExecution, headers: [("X-Task-Run-ID", $"{RunId}"), ("X-Extra", "e")]);

        TaskPlatformSerializationException failure = await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(() => live.CallAsync(operation));

        failure.StatusCode.Should().Be(HttpStatusCode.OK);
        failure.Headers!.GetValues("X-Extra").Should().Equal("e");
        failure.Body.ToArray().Should().Equal(body);
        failure.RunId.Should().Be(RunId);
        failure.OutcomeUnknown.Should().BeTrue();
        failure.TaskId.Should().Be(operation == FakeOperation.UpdateAgent ? null : live.Task.Id);
        failure.Reference.Should().Be(operation == FakeOperation.RunTask ? "order-42" : null);
        failure.Attempts.Select(attempt => (attempt.Outcome, attempt.StatusCode)).Should().Equal((AttemptOutcome.Unknown, (HttpStatusCode?)HttpStatusCode.OK));
        failure.Run.Should().BeNull();
        failure.ToString().Should().NotContain("MARKER").And.Contain("200");
        live.Platform.RequestsFor(operation).Should().ContainSingle("what was carried out is not sent again");
    }

    [Theory]
    [InlineData(FakeOperation.UpdateTask, typeof(TaskDefinition), "$.name", " at $.name")]
    [InlineData(FakeOperation.RunTask, typeof(TaskRun), "$", "")]
    [InlineData(FakeOperation.UpdateAgent, typeof(TaskAgent), "$.name", " at $.name")]
    public async Task It_tells_where_reading_ended_and_what_was_expected(FakeOperation operation, Type expected, string path, string told)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(operation, 200, """{"id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","name":nonsense}""");

        TaskPlatformSerializationException failure = await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(() => live.CallAsync(operation));

        failure.Path.Should().Be(path);
        failure.ExpectedType.Should().Be(expected);
        failure.Message.Should().Contain($"read as {expected.Name}{told}.");
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task An_answer_that_breaks_off_keeps_the_runs_id_and_is_not_asked_for_again(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(
            operation,
            _ =>
            {
                var answer = new HttpResponseMessage { Content = new BreakingContent("{\"id\":\"CONTENT-MARKER"u8.ToArray(), 5000) };
                answer.Headers.Add("X-Task-Run-ID", RunId.ToString());
                return answer;
            },
            at: FakeMoment.AfterExecution);

        TaskPlatformConnectionException failure = await ConnectedClient.ThrownAsync<TaskPlatformConnectionException>(() => live.CallAsync(operation));

        failure.OutcomeUnknown.Should().BeTrue();
        failure.RunId.Should().Be(RunId);
        failure.ToString().Should().NotContain("MARKER");
        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(EverySuccess))]
    public async Task Any_2xx_is_success(FakeOperation operation, int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(operation, answer => answer.StatusCode = (HttpStatusCode)status);

        await live.Invoking(it => it.CallAsync(operation)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task A_body_of_more_than_16_MiB_is_kept_in_its_first_16()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.RunTask, 200, new string('x', (16 * 1024 * 1024) + 5));

        TaskPlatformSerializationException failure = await ConnectedClient.ThrownAsync<TaskPlatformSerializationException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.Body.Length.Should().Be(16 * 1024 * 1024);
    }
}
