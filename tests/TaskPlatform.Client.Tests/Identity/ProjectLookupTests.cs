using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Identity;

/// <summary>A client whose options leave organization and project out asks for those of its credential.</summary>
public sealed class ProjectLookupTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;
    private readonly TaskPlatformClient client;

    public ProjectLookupTests()
    {
        task = platform.AddTask("Translate");
        client = CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Asked => platform.RequestsFor(FakeOperation.GetCaller).Count;

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Asks_once_and_remembers()
    {
        TaskRun first = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "d" }, Cancellation);
        await client.Tasks.GetAsync(task.Id, Cancellation);

        Asked.Should().Be(1);
        platform.Requests[^1].Path.Should().Be($"/api/v1/org/{platform.OrganizationId}/project/{platform.ProjectId}/task/{task.Id}");
        first.Response!.Attempts.Should().ContainSingle("the question is no attempt of the run");
    }

    [Fact]
    public async Task Asks_nothing_before_it_is_needed_nor_when_both_are_given()
    {
        using TaskPlatformClient told = platform.CreateClient();
        TaskPlatformClient other = client.ForProject(platform.OrganizationId, platform.ProjectId);

        await told.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await other.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        Asked.Should().Be(0);
        platform.ExecutedRuns.Should().Be(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_given_is_kept(bool organizationIsGiven)
    {
        var given = Guid.NewGuid();
        platform.AddProject(organizationIsGiven ? given : platform.OrganizationId, organizationIsGiven ? platform.ProjectId : given);
        FakeTask there = platform.AddTask("There", definition => definition.ProjectId = organizationIsGiven ? platform.ProjectId : given);
        using TaskPlatformClient half = CreateClient(options => _ = organizationIsGiven ? options.OrganizationId = given : options.ProjectId = given);

        await half.Tasks.RunAsync(there.Id, new RunTaskRequest(), Cancellation);

        there.Runs.Should().ContainSingle();
        Asked.Should().Be(1);
    }

    [Fact]
    public async Task Any_number_of_callers_ask_once_and_one_who_gives_up_disturbs_no_other()
    {
        using var impatient = new CancellationTokenSource();
        using FakeHold hold = platform.HoldNext(FakeOperation.GetCaller);
        Task<TaskRun> first = client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, impatient.Token);
        Task<TaskRun>[] others = [.. Enumerable.Range(0, 100).Select(_ => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))];
        await hold.Arrived;

        await impatient.CancelAsync();
        TaskPlatformCanceledException canceled = await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => first);
        hold.Release();
        await Task.WhenAll(others);

        canceled.CancellationToken.Should().Be(impatient.Token);
        (canceled.OutcomeUnknown, canceled.TaskId, canceled.Reference, canceled.SentAt).Should().Be((false, task.Id, "order-42", null));
        Asked.Should().Be(1);
        platform.ExecutedRuns.Should().Be(100);
    }

    [Fact]
    public async Task A_failure_is_shared_and_each_caller_gets_an_exception_of_its_own()
    {
        using FakeHold hold = platform.HoldNext(FakeOperation.GetCaller);
        platform.RespondNext(FakeOperation.GetCaller, HttpStatusCode.NotFound);
        Task<TaskRun>[] callers = [.. Enumerable.Range(0, 20).Select(number => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = $"order-{number}" }, Cancellation))];
        await hold.Arrived;
        hold.Release();

        TaskPlatformException[] failures = await Task.WhenAll(callers.Select(static caller => Assert.ThrowsAsync<TaskPlatformException>(() => caller)));

        failures.Should().OnlyHaveUniqueItems();
        failures.Select(static failure => failure.Reference).Should().Equal(Enumerable.Range(0, 20).Select(static number => $"order-{number}"));
        failures.Should().OnlyContain(static failure => !failure.OutcomeUnknown && failure.Attempts.Count == 0 && failure.InnerException is TaskPlatformNotFoundException);
        Asked.Should().Be(1);
        platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Asks_again_after_a_failure()
    {
        platform.RespondNext(FakeOperation.GetCaller, HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<TaskPlatformException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        Asked.Should().Be(2);
        platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_credential_that_belongs_to_no_project_names_the_options_to_set()
    {
        platform.AddPersonToken("jwt");
        using TaskPlatformClient person = CreateClient(options => (options.ClientId, options.ClientSecret, options.ApiKey) = (null, null, "jwt"));

        TaskPlatformException failure = await Assert.ThrowsAsync<TaskPlatformException>(() => person.Tasks.GetAsync(task.Id, Cancellation));

        failure.Message.Should().ContainAll("nothing was sent", "TaskPlatformClientOptions.OrganizationId", "TaskPlatformClientOptions.ProjectId");
        (failure.TaskId, failure.OutcomeUnknown).Should().Be((task.Id, false));
        (await person.GetCallerAsync(Cancellation)).ProjectId.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"id":"0192f3a4-a0c7-e94b-d2f3-860e5b1cd749"}""")]
    [InlineData("""{"client":{"org_id":"0192f3a4-7c10-e2b8-c1d9-5a0c9f7be310"}}""")]
    [InlineData("""{"client":{"org_id":"00000000-0000-0000-0000-000000000000","project_id":"0192f3a4-7c10-e2b8-c1d9-5a0c9f7be310"}}""")]
    public async Task Half_an_answer_is_none(string answer)
    {
        platform.RespondNext(FakeOperation.GetCaller, HttpStatusCode.OK, answer);

        (await Assert.ThrowsAsync<TaskPlatformException>(() => client.Tasks.GetAsync(task.Id, Cancellation))).Message.Should().Contain("ProjectId");

        platform.RequestsFor(FakeOperation.GetTask).Should().BeEmpty();
    }

    [Fact]
    public async Task A_refused_credential_is_told_as_one()
    {
        using TaskPlatformClient stranger = CreateClient(options => (options.ClientId, options.ClientSecret, options.ApiKey) = (null, null, "unknown"));

        TaskPlatformAuthenticationException failure = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() => stranger.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));

        failure.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        failure.Message.Should().Contain("nothing was sent");
        (failure.TaskId, failure.SentAt).Should().Be((task.Id, null));
    }

    [Fact]
    public async Task A_throttled_question_is_no_failed_model()
    {
        platform.RespondNext(FakeOperation.GetCaller, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromHours(1));
        FakeTask twoModels = platform.AddTask("Two models", definition => definition.FallbackModelId = platform.FallbackModelId);

        TaskPlatformException failure = await Assert.ThrowsAsync<TaskPlatformException>(() => client.Tasks.RunAsync(twoModels.Id, new RunTaskRequest(), Cancellation));

        failure.InnerException.Should().BeOfType<TaskPlatformRateLimitException>();
        platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
    }

    [Fact]
    public async Task Mistakes_and_an_end_are_seen_before_anything_is_asked()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => client.Tasks.GetAsync(task.Id, new RequestOptions { MaxAttempts = 0 }, Cancellation));
        await Assert.ThrowsAsync<TaskPlatformCanceledException>(() => client.Tasks.GetAsync(task.Id, new CancellationToken(canceled: true)));
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Tasks.GetAsync(task.Id, Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetCallerAsync(Cancellation));

        platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Files_find_their_project_too()
    {
        FakeTask poster = platform.AddTask("Poster", static definition => definition.Modality = "image");
        using TaskPlatformClient told = platform.CreateClient();
        TaskRun run = await told.Tasks.RunAsync(poster.Id, new RunTaskRequest(), Cancellation);

        await using Stream file = await client.Tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, Cancellation);

        file.ReadByte().Should().BeGreaterThan(-1);
        Asked.Should().Be(1);
    }

    private TaskPlatformClient CreateClient(Action<TaskPlatformClientOptions>? configure = null) => platform.CreateClient(options =>
    {
        (options.OrganizationId, options.ProjectId) = (null, null);
        configure?.Invoke(options);
    });
}
