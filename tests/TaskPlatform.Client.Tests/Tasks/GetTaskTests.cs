using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class GetTaskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_a_task_as_it_stands()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskDefinition task = await live.Client.Tasks.GetAsync(live.Task.Id, Cancellation);

        (task.Id, task.Name, task.OutputModality).Should().Be((live.Task.Id, "Translate", OutputModality.Text));
        task.Revisions.Should().ContainSingle().Which.Id.Should().Be(live.Task.Revisions[0].Id);
        task.Response!.Attempts.Should().ContainSingle();
        FakeRequest request = live.Platform.Requests.Should().ContainSingle().Which;
        (request.Method, request.PathAndQuery).Should().Be(("GET", $"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/task/{live.Task.Id}"));
        request.Headers["Accept"].Should().Be("application/json");
        request.Headers.Keys.Should().NotContain("Content-Type");
        request.Body.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Shows_the_revisions_that_are_asked_for()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        FakeTaskRevision trial = live.Task.AddRevision(static revision => revision.Test = true);
        FakeTaskRevision tagged = live.Task.AddRevision(static revision =>
        {
            revision.Test = false;
            revision.Tags.Add("stable");
        });
        Guid tag = live.Platform.AddTag("stable");

        TaskDefinition plain = await live.Client.Tasks.GetAsync(live.Task.Id, new GetTaskRequest(), Cancellation);
        TaskDefinition all = await live.Client.Tasks.GetAsync(live.Task.Id, new GetTaskRequest { IncludeTests = true }, Cancellation);
        TaskDefinition some = await live.Client.Tasks.GetAsync(live.Task.Id, new GetTaskRequest { IncludeTests = false, RevisionTagId = tag }, new RequestOptions(), Cancellation);

        plain.Revisions.Select(static revision => revision.Id).Should().Contain(tagged.Id).And.NotContain(trial.Id);
        all.Revisions.Should().HaveCount(3);
        some.Revisions.Should().ContainSingle().Which.Id.Should().Be(tagged.Id);
        live.Platform.RequestsFor(FakeOperation.GetTask).Select(static request => request.Query)
            .Should().Equal("", "?include_tests=true", $"?include_tests=false&revision_tag_id={tag}");
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Is_tried_again_where_that_may_help(HttpStatusCode status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.GetTask, status, times: 2);

        TaskDefinition task = await live.Client.Tasks.GetAsync(live.Task.Id, Cancellation);

        task.Response!.Attempts.Select(static attempt => attempt.StatusCode).Should().Equal(status, status, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_tried_again_when_the_connection_breaks_off()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.ThrowNext(FakeOperation.GetTask, new IOException("cut"));

        TaskDefinition task = await live.Client.Tasks.GetAsync(live.Task.Id, Cancellation);

        task.Response!.Attempts.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":""")]
    [InlineData("<html/>")]
    public async Task An_answer_that_cannot_be_read_is_asked_for_again(string body)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.GetTask, 200, body);

        TaskDefinition task = await live.Client.Tasks.GetAsync(live.Task.Id, Cancellation);

        task.Name.Should().Be("Translate");
        task.Response!.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.Unknown, AttemptOutcome.Answered);
    }

    [Fact]
    public async Task An_answer_that_can_never_be_read_is_kept_on_the_exception()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.GetTask, 200, """{"id":MARKER"""u8.ToArray(), times: 3, headers: ("X-Request-ID", "r-7"));

        TaskPlatformSerializationException failure = await Assert.ThrowsAsync<TaskPlatformSerializationException>(() => live.Client.Tasks.GetAsync(live.Task.Id, Cancellation));

        (failure.OutcomeUnknown, failure.TaskId, failure.StatusCode, failure.ExpectedType).Should().Be((false, live.Task.Id, HttpStatusCode.OK, typeof(TaskDefinition)));
        failure.Body.ToArray().Should().Equal("""{"id":MARKER"""u8.ToArray());
        failure.Headers!.GetValues("X-Request-ID").Should().Equal("r-7");
        failure.Attempts.Should().HaveCount(3).And.OnlyContain(static attempt => attempt.Outcome == AttemptOutcome.Unknown);
        failure.ToString().Should().NotContain("MARKER");
    }

    [Fact]
    public async Task A_task_that_is_not_there_is_told_at_once()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        var unknown = Guid.NewGuid();

        TaskPlatformNotFoundException failure = await Assert.ThrowsAsync<TaskPlatformNotFoundException>(() => live.Client.Tasks.GetAsync(unknown, Cancellation));

        (failure.TaskId, failure.OutcomeUnknown).Should().Be((unknown, false));
        live.Platform.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_who_gives_up_hears_so()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        using var impatient = new CancellationTokenSource();
        using FakeHold hold = live.Platform.HoldNext(FakeOperation.GetTask);
        Task<TaskDefinition> reading = live.Client.Tasks.GetAsync(live.Task.Id, impatient.Token);
        await hold.Arrived;

        await impatient.CancelAsync();

        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => reading);
        (canceled.OutcomeUnknown, canceled.TaskId, canceled.CancellationToken).Should().Be((false, live.Task.Id, impatient.Token));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        await live.Client.Tasks.GetAsync(live.Task.Id, Cancellation);
        live.Platform.RevokeTokens();

        TaskDefinition task = await live.Client.Tasks.GetAsync(live.Task.Id, Cancellation);

        task.Response!.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.Unauthenticated, AttemptOutcome.Answered);
        live.Platform.TokensIssued.Should().Be(2);
    }
}
