using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

/// <summary>Tokens as the platform sees them: how many are asked for, what is sent, and that nothing goes out without one.</summary>
public sealed class TokenFlowTests : IDisposable
{
    private const int Callers = 1_000;

    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly FakeTask task;

    public TokenFlowTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock);
        task = platform.AddTask("Say something", definition => definition.UserPrompt = "Say something");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task A_thousand_first_calls_make_one_token_request_and_a_thousand_refusals_one_renewal()
    {
        using TaskPlatformClient client = CreateClient();

        TaskRun[] first = await RunAllAsync(client, platform.HoldNext(FakeOperation.Token));
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Unauthorized, times: Callers);
        TaskRun[] second = await RunAllAsync(client, platform.HoldNext(FakeOperation.RunTask, times: Callers));

        platform.RequestsFor(FakeOperation.Token).Should().HaveCount(2);
        first.Select(static run => run.Response!.Attempts.Count).Should().AllBeEquivalentTo(1);
        second.Select(static run => run.Response!.Attempts.Count).Should().AllBeEquivalentTo(2);
        platform.ExecutedRuns.Should().Be(2 * Callers);
        platform.RequestsFor(FakeOperation.RunTask).Should().OnlyContain(static request => request.Authorization!.StartsWith("Bearer ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_leaves_disturbs_no_other()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using TaskPlatformClient client = CreateClient();
        FakeHold token = platform.HoldNext(FakeOperation.Token);

        Task<TaskRun> first = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), leaving.Token);
        Task<TaskRun> second = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await token.Arrived;
        await leaving.CancelAsync();
        TaskPlatformCanceledException left = (await FluentActions.Awaiting(() => first).Should().ThrowAsync<TaskPlatformCanceledException>()).Which;
        token.Release();
        TaskRun run = await second;

        left.CancellationToken.Should().Be(leaving.Token);
        left.OutcomeUnknown.Should().BeFalse();
        run.IsError.Should().BeFalse();
        platform.TokensIssued.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_goes_out_when_no_token_is_to_be_had()
    {
        platform.RespondNext(FakeOperation.Token, HttpStatusCode.BadRequest, """{"error":"invalid_client","error_description":"no such client"}""", times: 2);
        using TaskPlatformClient client = CreateClient();

        TaskPlatformAuthenticationException run = (await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation))
            .Should().ThrowAsync<TaskPlatformAuthenticationException>()).Which;
        await client.Tasks.Invoking(tasks => tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Enabled = true }, Cancellation))
            .Should().ThrowAsync<TaskPlatformAuthenticationException>();

        run.InnerException.Should().BeAssignableTo<TaskPlatformApiException>().Which.Reason.Should().Be("invalid_client");
        run.OutcomeUnknown.Should().BeFalse();
        run.Attempts.Should().BeEmpty();
        run.SentAt.Should().BeNull();
        run.TaskId.Should().Be(task.Id);
        platform.Requests.Should().OnlyContain(static request => request.Operation == FakeOperation.Token);
    }

    [Fact]
    public async Task The_old_token_serves_while_the_next_is_fetched_in_the_background()
    {
        using TaskPlatformClient client = CreateClient();
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        clock.Advance(platform.TokenLifetime - TimeSpan.FromMinutes(5));
        FakeHold renewal = platform.HoldNext(FakeOperation.Token);

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
        await renewal.Arrived;
        renewal.Release();
        await Eventually.HoldsAsync(() => platform.TokensIssued == 2, Cancellation);

        platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(2).And.OnlyContain(request => request.Authorization == platform.RequestsFor(FakeOperation.RunTask)[0].Authorization);
    }

    [Theory]
    [InlineData(ClientAuthentication.Basic)]
    [InlineData(ClientAuthentication.Form)]
    public async Task Awkward_client_secrets_reach_the_token_endpoint_intact_over_a_socket(ClientAuthentication authentication)
    {
        const string Id = "parcel desk: Ünits", Secret = "s3cr3t+/%: ~!";
        platform.AddClient(Id, Secret);
        await using KestrelPlatform host = await KestrelPlatform.StartAsync(platform);
        TaskPlatformClientOptions options = host.CreateOptions();
        (options.ClientId, options.ClientSecret, options.ClientAuthentication, options.TimeProvider) = (Id, Secret, authentication, clock);
        using var client = new TaskPlatformClient(options);

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

        FakeRequest request = platform.RequestsFor(FakeOperation.Token).Should().ContainSingle().Which;
        const string EncodedId = "parcel+desk%3A+%C3%9Cnits", EncodedSecret = "s3cr3t%2B%2F%25%3A+~%21";
        if (authentication == ClientAuthentication.Basic)
        {
            request.Authorization.Should().Be("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{EncodedId}:{EncodedSecret}")));
            request.Text.Should().Be("grant_type=client_credentials");
        }
        else
        {
            request.Authorization.Should().BeNull();
            request.Text.Should().Be($"grant_type=client_credentials&client_id={EncodedId}&client_secret={EncodedSecret}");
        }
    }

    // Each call goes as far as it can on this thread, so that all of them stand at the hold before it is released.
    private async Task<TaskRun[]> RunAllAsync(TaskPlatformClient client, FakeHold hold)
    {
        Task<TaskRun>[] running = [.. Enumerable.Range(0, Callers).Select(_ => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))];
        await hold.Arrived;
        hold.Release();
        return await Task.WhenAll(running);
    }

    private TaskPlatformClient CreateClient() => platform.CreateClient(options => options.TimeProvider = clock);
}
