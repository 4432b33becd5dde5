using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Every status of every operation: the exception, what it carries, and what it says of the call's outcome.</summary>
public sealed class StatusTests
{
    private const FakeOperation Get = FakeOperation.DownloadFile;

    private static readonly (int Status, string Reason, Type Thrown, AttemptOutcome Outcome)[] Statuses =
    [
        (302, "MOVED", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (307, "MOVED", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (400, "MALFORMED_RESOURCE_IDENTIFIER", typeof(TaskPlatformValidationException), AttemptOutcome.Rejected),
        (401, "TOKEN_REFUSED", typeof(TaskPlatformAuthenticationException), AttemptOutcome.Unauthenticated),
        (403, "PERMISSION_CHECK_FAILED", typeof(TaskPlatformPermissionException), AttemptOutcome.Rejected),
        (403, "MISSING_AUTHENTICATION", typeof(TaskPlatformAuthenticationException), AttemptOutcome.Unauthenticated),
        (404, "TASK_REVISION_NOT_FOUND", typeof(TaskPlatformNotFoundException), AttemptOutcome.Rejected),
        (408, "SLOW", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (409, "SESSION_REVISION_CONFLICT", typeof(TaskPlatformApiException), AttemptOutcome.Rejected),
        (413, "TOO_LARGE", typeof(TaskPlatformApiException), AttemptOutcome.Rejected),
        (422, "RULE", typeof(TaskPlatformValidationException), AttemptOutcome.Rejected),
        (429, "SLOW_DOWN", typeof(TaskPlatformRateLimitException), AttemptOutcome.Throttled),
        (500, "SERVER", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (502, "GATEWAY", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (503, "GATEWAY", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (504, "GATEWAY", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
        (520, "GATEWAY", typeof(TaskPlatformApiException), AttemptOutcome.Unknown),
    ];

    public static TheoryData<FakeOperation, int, string, Type, AttemptOutcome> EveryStatus
    {
        get
        {
            var data = new TheoryData<FakeOperation, int, string, Type, AttemptOutcome>();
            foreach (FakeOperation operation in (FakeOperation[])[.. ConnectedClient.Posts, Get])
            {
                foreach ((int status, string reason, Type thrown, AttemptOutcome outcome) in Statuses)
                {
                    data.Add(operation, status, reason, thrown, outcome);
                }
            }

            return data;
        }
    }

    public static TheoryData<FakeOperation> EveryOperation => [.. ConnectedClient.Posts, Get];

    public static TheoryData<FakeOperation> EveryPost => [.. ConnectedClient.Posts];

    [Theory]
    [MemberData(nameof(EveryStatus))]
    public async Task Becomes_the_exception_of_its_status(FakeOperation operation, int status, string reason, Type thrown, AttemptOutcome outcome)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.Retry.MaxAttempts = 1);
        string body = $$$"""{"detail":{"reason":"{{{reason}}}","message":"Some words."}}""";
        live.Answer(operation, status, body, ("X-Request-ID", "req-7"));

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(operation));

        failure.Should().BeOfType(thrown);
        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.Reason.Should().Be(reason);
        failure.ServerMessage.Should().Be("Some words.");
        failure.Issues.Should().BeEmpty();
        failure.RequestId.Should().Be("req-7");
        failure.RetryAfter.Should().BeNull();
        failure.Body.Should().Be(body);
        failure.Attempts.Select(attempt => (attempt.Outcome, attempt.StatusCode)).Should().Equal((outcome, (HttpStatusCode?)status));
        failure.Message.Should().Contain($"{status}").And.Contain(reason).And.Contain("Some words.").And.Contain("req-7");
    }

    [Theory]
    [MemberData(nameof(EveryStatus))]
    public async Task Says_whether_a_call_that_costs_something_may_have_been_carried_out(FakeOperation operation, int status, string reason, Type thrown, AttemptOutcome outcome)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.Retry.MaxAttempts = 1);
        live.Answer(operation, status, $$"""{"reason":"{{reason}}","message":""}""");

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => live.CallAsync(operation));

        failure.Should().BeOfType(thrown);
        failure.OutcomeUnknown.Should().Be(outcome == AttemptOutcome.Unknown && operation != Get);
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task Names_what_the_call_was_about_and_when_it_was_sent(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(operation, 409, "");
        DateTimeOffset before = DateTimeOffset.UtcNow;

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => live.CallAsync(operation));

        failure.TaskId.Should().Be(operation == FakeOperation.UpdateAgent ? null : live.Task.Id);
        failure.Reference.Should().Be(operation == FakeOperation.RunTask ? "order-42" : null);
        failure.RunId.Should().Be(operation == Get ? live.RunId : null);
        failure.SentAt.Should().BeOnOrAfter(before).And.BeOnOrBefore(DateTimeOffset.UtcNow);
        failure.FallbackError.Should().BeNull();
    }

    [Theory]
    [InlineData(429, AttemptOutcome.Throttled)]
    [InlineData(503, AttemptOutcome.Throttled)]
    public async Task Keeps_how_long_the_platform_asks_to_wait(int status, AttemptOutcome outcome)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.Retry.MaxAttempts = 1);
        live.Answer(FakeOperation.RunTask, status, "", ("Retry-After", "17"));

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(17));
        failure.OutcomeUnknown.Should().BeFalse("an explicit refusal was not carried out");
        failure.Attempts.Single().Outcome.Should().Be(outcome);
        failure.Message.Should().Contain("17 s");
    }

    [Fact]
    public async Task Counts_a_date_to_wait_for_from_the_answers_own_date()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.Retry.MaxAttempts = 1);
        live.Answer(FakeOperation.RunTask, 429, "", ("Date", "Sun, 01 Mar 2026 12:00:00 GMT"), ("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT"));

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task A_post_that_may_have_been_carried_out_is_sent_once(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(operation, 500, "");

        await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(operation));

        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(520)]
    public async Task A_file_is_asked_for_again_until_the_attempts_are_used_up(int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(Get, status, [], times: 3);

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(Get));

        failure.Attempts.Should().HaveCount(3);
        live.Platform.RequestsFor(Get).Should().HaveCount(3);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_file_that_is_refused_or_elsewhere_is_not_asked_for_again(int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(Get, status, []);

        TaskPlatformApiException failure = await ConnectedClient.ThrownAsync<TaskPlatformApiException>(() => live.CallAsync(Get));

        failure.StatusCode.Should().Be((HttpStatusCode)status);
        live.Platform.RequestsFor(Get).Should().ContainSingle();
    }

    [Theory]
    [InlineData(401, """{"error":{"code":401}}""")]
    [InlineData(403, """{"detail":{"reason":"MISSING_AUTHENTICATION","message":"No credentials were sent."}}""")]
    public async Task A_refused_token_is_renewed_once_and_a_second_refusal_is_told(int status, string body)
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync((options, _) => options.Retry.MaxAttempts = 1);
        live.Answer(FakeOperation.RunTask, status, System.Text.Encoding.UTF8.GetBytes(body), times: 2);

        TaskPlatformAuthenticationException failure = await ConnectedClient.ThrownAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().HaveCount(2).And.OnlyContain(attempt => attempt.Outcome == AttemptOutcome.Unauthenticated);
        live.Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Authorization).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public async Task No_token_to_be_had_means_that_nothing_was_sent()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        live.Answer(FakeOperation.Token, 400, """{"error":"invalid_client","error_description":"Unknown client."}""");

        TaskPlatformAuthenticationException failure = await ConnectedClient.ThrownAsync<TaskPlatformAuthenticationException>(() => live.CallAsync(FakeOperation.RunTask));

        failure.StatusCode.Should().BeNull();
        failure.Attempts.Should().BeEmpty();
        failure.SentAt.Should().BeNull();
        failure.OutcomeUnknown.Should().BeFalse();
        failure.TaskId.Should().Be(live.Task.Id);
        TaskPlatformApiException cause = failure.InnerException.Should().BeAssignableTo<TaskPlatformApiException>().Subject;
        cause.Reason.Should().Be("invalid_client");
        cause.ServerMessage.Should().Be("Unknown client.");
        live.Platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(500, true)]
    public async Task A_caller_who_cancels_while_the_refusal_comes_in_still_learns_what_its_status_says(int status, bool outcomeUnknown)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        using var cancellation = new CancellationTokenSource();
        live.Platform.RespondNext(FakeOperation.RunTask, _ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StuckContent("{\"detail\":"u8.ToArray()) });
        await using var client = new TaskPlatformClient(live.Options, new HeadersSeen(cancellation.Cancel));

        TaskPlatformCanceledException failure = await ConnectedClient.ThrownAsync<TaskPlatformCanceledException>(() =>
            client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), cancellation.Token));

        failure.OutcomeUnknown.Should().Be(outcomeUnknown);
        failure.Attempts.Single().StatusCode.Should().Be((HttpStatusCode)status);
    }

    // Cancels once the status has arrived, when the body is all that is still waited for.
    private sealed class HeadersSeen(Action cancel) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            cancel();
            return answer;
        }
    }
}
