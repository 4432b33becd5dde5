using System.Diagnostics;
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

public sealed class ErrorTelemetryTests : TelemetryLab
{
    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, "422", "rejected", false)]
    [InlineData(HttpStatusCode.Forbidden, "403", "rejected", false)]
    [InlineData(HttpStatusCode.InternalServerError, "500", "unknown", true)]
    public async Task A_refusal_is_told_by_its_status(HttpStatusCode status, string word, string outcome, bool unknown)
    {
        Platform.RespondNext(FakeOperation.RunTask, status);

        await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<TaskPlatformException>();

        Activity span = Told(word, outcome);
        Tags(span).GetValueOrDefault("taskplatform.outcome_unknown").Should().Be(unknown ? true : null);
    }

    [Fact]
    public async Task A_lost_connection_is_told()
    {
        Platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ResponseEnded), at: FakeMoment.AfterExecution);

        await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<TaskPlatformConnectionException>();

        Tags(Told("connection", "unknown"))["taskplatform.outcome_unknown"].Should().Be(true);
    }

    [Fact]
    public async Task An_answer_that_cant_be_read_is_an_attempt_with_an_unknown_outcome()
    {
        Platform.EditNext(FakeOperation.RunTask, answer => answer.Content = new StringContent("{"));

        await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<TaskPlatformSerializationException>();

        Tags(Told("unreadable_answer", "unknown"))["taskplatform.outcome_unknown"].Should().Be(true);
    }

    [Fact]
    public async Task A_call_without_a_token_made_no_attempt()
    {
        Platform.RespondNext(FakeOperation.Token, HttpStatusCode.BadRequest);

        await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<TaskPlatformAuthenticationException>();

        Told("no_token");
        Heard.Values("taskplatform.client.token.requests").Should().Equal(new Dictionary<string, double>(StringComparer.Ordinal) { ["error.type=400"] = 1 });
    }

    [Fact]
    public async Task A_cancelled_call_is_told_as_such()
    {
        using var source = new CancellationTokenSource();
        using FakeHold hold = Platform.HoldNext(FakeOperation.RunTask);
        Task<TaskRun> run = Client.Tasks.RunAsync(Task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, source.Token);
        await hold.Arrived.WaitAsync(Cancellation);

        await source.CancelAsync();

        await FluentActions.Awaiting(() => run).Should().ThrowAsync<TaskPlatformCanceledException>();
        Told("canceled", "unknown");
    }

    [Fact]
    public async Task A_time_limit_is_told_as_such()
    {
        using FakeHold hold = Platform.HoldNext(FakeOperation.RunTask);

        await FluentActions.Awaiting(() => Client.Tasks.RunAsync(
            Task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, new RequestOptions { Timeout = TimeSpan.FromMilliseconds(50) }, Cancellation)).Should().ThrowAsync<TaskPlatformTimeoutException>();

        Told("timeout", "unknown");
    }

    private Activity Told(string word, params string[] outcomes)
    {
        Activity span = Heard.Spans.Should().ContainSingle().Subject;
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.StatusDescription.Should().BeNull("a text may quote what was sent");
        Tags(span)["error.type"].Should().Be(word);
        Tags(span)["taskplatform.attempts"].Should().Be(outcomes.Length);
        Outcomes(span).Should().Equal(outcomes);
        Heard.Values("gen_ai.client.operation.duration").Keys.Should().ContainSingle().Which.Should().StartWith($"error.type={word} ");
        return span;
    }
}
