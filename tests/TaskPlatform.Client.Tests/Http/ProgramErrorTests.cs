using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Mistakes of the program are told clearly and before anything is sent.</summary>
public sealed class ProgramErrorTests
{
    private static readonly Dictionary<string, (Action<TaskPlatformClientOptions> Break, string[] Told)> Mistakes = new(StringComparer.Ordinal)
    {
        ["empty organization"] = (options => options.OrganizationId = Guid.Empty, ["OrganizationId", "not zeros", "left out"]),
        ["empty project"] = (options => options.ProjectId = Guid.Empty, ["ProjectId", "not zeros", "left out"]),
        ["relative base"] = (options => options.BaseAddress = new Uri("/api/v1", UriKind.Relative), ["BaseAddress", "absolute https"]),
        ["base with another scheme"] = (options => options.BaseAddress = new Uri("ftp://127.0.0.1/"), ["BaseAddress", "absolute https"]),
        ["plain http"] = (options => options.BaseAddress = new Uri("http://platform.example/api/v1"), ["BaseAddress", "https", "loopback"]),
        ["user in the base"] = (options => options.BaseAddress = new Uri("https://me:SECRET@platform.example/"), ["BaseAddress", "user name"]),
        ["query in the base"] = (options => options.BaseAddress = new Uri("https://platform.example/?SECRET=1"), ["BaseAddress", "query"]),
        ["plain http for tokens"] = (options => options.TokenEndpoint = new Uri("http://tokens.example/oauth2/token"), ["TokenEndpoint", "https"]),
        ["no token endpoint for a base of one's own"] = (options => options.TokenEndpoint = null, ["TokenEndpoint", "BaseAddress", "not the default"]),
        ["no credential"] = (options => (options.ClientId, options.ClientSecret) = (null, null), ["credential is required", "ClientId", "ApiKey"]),
        ["two credentials"] = (options => options.ApiKey = "SECRET", ["More than one credential", "ClientId", "ApiKey"]),
        ["three credentials"] = (options => (options.ApiKey, options.Credential) = ("SECRET", TaskPlatformCredential.ApiKey("SECRET")), ["Credential, ClientId, ApiKey"]),
        ["id without secret"] = (options => options.ClientSecret = null, ["ClientSecret", "required"]),
        ["secret without id"] = (options => options.ClientId = null, ["ClientId", "required"]),
    };

    public static TheoryData<string> EveryMistake => [.. Mistakes.Keys];

    private static Guid Id => Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    [Theory]
    [MemberData(nameof(EveryMistake))]
    public void Options_that_cannot_work_make_no_client(string name)
    {
        using var platform = new FakeTaskPlatform();
        TaskPlatformClientOptions options = platform.CreateOptions();
        options.ClientSecret = "SECRET";
        Mistakes[name].Break(options);

        Func<TaskPlatformClient> make = () => new TaskPlatformClient(options, platform);

        make.Should().Throw<ArgumentException>().WithParameterName("options").Which.Message.Should().ContainAll(Mistakes[name].Told).And.NotContain("SECRET");
    }

    [Fact]
    public void No_options_make_no_client() =>
        new Func<TaskPlatformClient>(() => new TaskPlatformClient(null!)).Should().Throw<ArgumentNullException>().WithParameterName("options");

    [Fact]
    public async Task A_disposed_client_says_so_and_sends_nothing()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        await live.Client.DisposeAsync();

        foreach (FakeOperation operation in (FakeOperation[])[.. ConnectedClient.Posts, FakeOperation.DownloadFile, FakeOperation.GetTask, FakeOperation.ListTasks, FakeOperation.GetCaller, FakeOperation.CreateTask, FakeOperation.ListRuns, FakeOperation.GetRun, FakeOperation.ListModels, FakeOperation.GetModel])
        {
            (await live.Invoking(it => it.CallAsync(operation)).Should().ThrowAsync<ObjectDisposedException>()).WithMessage("*TaskPlatformClient*");
        }

        live.Client.Invoking(client => client.ForProject(Id, Id)).Should().Throw<ObjectDisposedException>();
        live.Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_under_way_is_answered_although_its_client_is_disposed()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        using FakeHold hold = live.Platform.HoldNext(FakeOperation.RunTask);
        Task<TaskRun> running = live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        await hold.Arrived;

        live.Client.Dispose();
        hold.Release();

        (await running).Id.Should().Be(live.Task.Runs.Single().Id);
    }

    [Fact]
    public async Task A_request_nested_deeper_than_json_may_be_is_a_mistake_in_arguments()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        JsonObject deep = [];
        for (int i = 0; i < 1100; i++)
        {
            deep = new JsonObject { ["x"] = deep };
        }

        await ConnectedClient.ThrownAsync<ArgumentException>(() => live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { Input = deep }, TestContext.Current.CancellationToken));
        await ConnectedClient.ThrownAsync<ArgumentException>(() => live.Client.Tasks.UpdateAsync(live.Task.Id, new UpdateTaskRequest { LlmConfig = deep }, TestContext.Current.CancellationToken));

        live.Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_for_another_project_ends_with_the_one_it_came_from()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskPlatformClient child = live.Client.ForProject(live.Platform.OrganizationId, live.Platform.ProjectId);
        TaskPlatformClient grandchild = child.ForProject(live.Platform.OrganizationId, live.Platform.ProjectId);

        live.Client.Dispose();

        await grandchild.Tasks.Invoking(tasks => tasks.RunAsync(live.Task.Id, new RunTaskRequest())).Should().ThrowAsync<ObjectDisposedException>();
        live.Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Disposing_a_client_for_another_project_closes_nothing_but_itself()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TaskPlatformClient child = live.Client.ForProject(live.Platform.OrganizationId, live.Platform.ProjectId);

        child.Dispose();
        child.Dispose();

        await child.Tasks.Invoking(tasks => tasks.RunAsync(live.Task.Id, new RunTaskRequest())).Should().ThrowAsync<ObjectDisposedException>();
        await live.CallAsync(FakeOperation.RunTask);
        live.Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_project_without_an_id_is_refused()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        live.Client.Invoking(client => client.ForProject(Guid.Empty, Id)).Should().Throw<ArgumentException>().WithParameterName("organizationId");
        live.Client.Invoking(client => client.ForProject(Id, Guid.Empty)).Should().Throw<ArgumentException>().WithParameterName("projectId");
    }

    [Fact]
    public async Task Null_arguments_are_named()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TasksClient tasks = live.Client.Tasks;
        TaskAgentsClient agents = live.Client.Agents;
        (string Parameter, Func<Task> Call)[] calls =
        [
            ("request", () => tasks.UpdateAsync(Id, null!)),
            ("request", () => tasks.UpdateAndActivateAsync(Id, null!)),
            ("request", () => tasks.RunAsync(Id, null!)),
            ("request", () => agents.UpdateAsync(Id, null!)),
            ("request", () => agents.UpdateAndActivateAsync(Id, null!)),
            ("request", () => tasks.GetAsync(Id, (GetTaskRequest)null!)),
            ("request", () => tasks.CreateAsync(null!)),
            ("reference", () => tasks.FindRunsByReferenceAsync(Id, null!, default)),
            ("revisions", () => tasks.SetTrafficAsync(Id, null!)),
            ("run", () => tasks.OpenFileAsync(null!, new RunFile { StoredFilename = "f" })),
            ("file", () => tasks.OpenFileAsync(new TaskRun(), null)),
            ("fileName", () => tasks.OpenFileAsync(Id, Id, null!)),
            ("path", () => tasks.DownloadFileAsync(new TaskRun(), new RunFile { StoredFilename = "f" }, null!)),
            ("file", () => tasks.DownloadFileAsync(new TaskRun(), null, "f")),
        ];

        foreach ((string parameter, Func<Task> call) in calls)
        {
            await call.Should().ThrowAsync<ArgumentException>().WithParameterName(parameter);
        }

        live.Platform.Requests.Should().BeEmpty();
    }

    public static TheoryData<TimeSpan> UnusableTimeouts => [TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromMilliseconds(int.MaxValue + 1L), TimeSpan.MaxValue];

    [Theory]
    [MemberData(nameof(UnusableTimeouts))]
    public async Task A_time_limit_that_no_timer_takes_is_refused_before_anything_is_sent(TimeSpan timeout)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Invoking(it => it.Client.Tasks.RunAsync(it.Task.Id, new RunTaskRequest(), new RequestOptions { Timeout = timeout }))
            .Should().ThrowAsync<ArgumentException>().WithMessage($"*RequestOptions.Timeout*{timeout} was given*");

        live.Platform.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Timeout.Infinite)]
    [InlineData(int.MaxValue)]
    public async Task No_time_limit_is_one_and_so_is_the_longest_that_a_timer_takes(int milliseconds)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), new RequestOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) }, TestContext.Current.CancellationToken);

        live.Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task No_attempt_at_all_is_refused()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Invoking(it => it.Client.Tasks.RunAsync(it.Task.Id, new RunTaskRequest(), new RequestOptions { MaxAttempts = 0 }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*RequestOptions.MaxAttempts*0 was given*");
    }

    [Theory]
    [InlineData("Authorization", "Bearer SECRET")]
    [InlineData("host", "SECRET")]
    [InlineData("Transfer-Encoding", "SECRET")]
    [InlineData("Connection", "SECRET")]
    [InlineData("Cookie", "SECRET")]
    [InlineData("Content-Type", "SECRET")]
    [InlineData("content-of-mine", "SECRET")]
    [InlineData("Expires", "SECRET")]
    [InlineData("X bad", "SECRET")]
    [InlineData("", "SECRET")]
    [InlineData("X-Ok", "SECRET\r\nX-Other: 1")]
    [InlineData("X-Ok", "SECRET é")]
    [InlineData("X-Ok", "éSECRET")]
    public async Task A_header_that_cannot_be_sent_is_refused_by_its_name(string name, string value)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        var options = new RequestOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value } };

        (await live.Invoking(it => it.Client.Tasks.RunAsync(it.Task.Id, new RunTaskRequest(), options)).Should().ThrowAsync<ArgumentException>())
            .Which.Message.Should().Contain("RequestOptions.Headers").And.Contain($"'{name}'").And.NotContain("SECRET");

        live.Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_header_of_the_callers_own_arrives()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Client.Tasks.RunAsync(
            live.Task.Id, new RunTaskRequest(), new RequestOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Trace"] = "a b~" } }, TestContext.Current.CancellationToken);

        live.Platform.RequestsFor(FakeOperation.RunTask).Single().Headers["X-Trace"].Should().Be("a b~");
    }

    [Theory]
    [InlineData("/api/v1", "")]
    [InlineData("/api/v1", "/")]
    [InlineData("/tenants/a%20b/api/v2", "")]
    [InlineData("/tenants/a%20b/api/v2", "/")]
    public async Task A_base_address_with_a_path_gives_the_same_addresses_with_and_without_a_final_slash(string path, string end)
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync(new FakeTaskPlatform { BasePath = path });
        FakeTask task = server.Fake.AddTask("Translate", definition => definition.Modality = "text");
        FakeTaskAgent agent = server.Fake.AddAgent("Planner");
        TaskPlatformClientOptions options = server.CreateOptions();
        options.BaseAddress = new Uri(server.BaseAddress.GetLeftPart(UriPartial.Authority) + path + end);
        await using var client = new TaskPlatformClient(options);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "d" }, cancellationToken);
        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromBytes("a.txt", "a"u8.ToArray())] }, cancellationToken);
        await (await client.Tasks.OpenFileAsync(run, run.Files[0], cancellationToken)).DisposeAsync();
        await client.Agents.UpdateAsync(agent.Id, new UpdateTaskAgentRequest { Description = "d" }, cancellationToken);

        string project = $"{path}/org/{server.Fake.OrganizationId}/project/{server.Fake.ProjectId}";
        server.Fake.Requests.Select(request => request.PathAndQuery).Should().Equal(
            "/oauth2/token",
            $"{project}/task/{task.Id}",
            $"{project}/task/{task.Id}/run",
            $"{project}/task/{task.Id}/run/{run.Id}/file/{run.Files[0].StoredFilename}",
            $"{project}/task-agent/{agent.Id}");
    }
}
