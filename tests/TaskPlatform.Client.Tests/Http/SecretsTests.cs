using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Every operation, good and bad, with marked secrets and contents: none of them in a log, an exception or before a handler of the host.</summary>
public sealed class SecretsTests
{
    private const string Content = "FILE-MARKER";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_container_nothing_is_told()
    {
        using var log = new CapturedLog();
        await using Scene scene = await Scene.StartAsync();
        TaskPlatformClientOptions options = scene.Options();
        options.LoggerFactory = log;
        await using var client = new TaskPlatformClient(options);

        List<Exception> failures = await scene.PlayAsync(client);

        log.Lines.Should().HaveCountGreaterThan(20).And.OnlyContain(line => line.StartsWith("TaskPlatform.Client", StringComparison.Ordinal));
        scene.AssertClean(log.Lines);
        scene.AssertClean(failures.Select(failure => failure.ToString()));
    }

    [Fact]
    public async Task In_a_container_nothing_is_told()
    {
        using var log = new CapturedLog();
        await using Scene scene = await Scene.StartAsync();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddTaskPlatformClient(scene.Configure);
        await using ServiceProvider provider = services.BuildServiceProvider();

        List<Exception> failures = await scene.PlayAsync(provider.GetRequiredService<TaskPlatformClient>());

        log.Lines.Should().HaveCountGreaterThan(20).And.Contain(line => line.StartsWith("TaskPlatform.Client", StringComparison.Ordinal));
        scene.AssertClean(log.Lines);
        scene.AssertClean(failures.Select(failure => failure.ToString()));
    }

    [Fact]
    public async Task A_handler_of_the_host_sees_no_bearer_before_or_after()
    {
        var seen = new ConcurrentQueue<string>();
        await using Scene scene = await Scene.StartAsync();
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(scene.Configure).AddHttpMessageHandler(() => new WatchingHandler(seen));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await scene.PlayAsync(provider.GetRequiredService<TaskPlatformClient>());

        seen.Should().HaveCountGreaterThan(20);
        seen.Should().NotContain(text => text.Contains("Authorization", StringComparison.OrdinalIgnoreCase));
        foreach (string secret in scene.Secrets())
        {
            seen.Should().NotContain(text => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_key_is_told_as_little_as_a_token()
    {
        using var log = new CapturedLog();
        await using Scene scene = await Scene.StartAsync();
        scene.RenewsTokens = false;
        scene.Platform.AddApiKey("KEY-MARKER");
        TaskPlatformClientOptions options = scene.Options();
        (options.LoggerFactory, options.ClientId, options.ClientSecret, options.ApiKey) = (log, null, null, "KEY-MARKER");
        await using var client = new TaskPlatformClient(options);

        List<Exception> failures = await scene.PlayAsync(client);

        scene.Platform.RequestsFor(FakeOperation.RunTask)[0].Authorization.Should().Be("Bearer KEY-MARKER");
        scene.AssertClean(log.Lines);
        scene.AssertClean(failures.Select(failure => failure.ToString()));
    }

    /// <summary>A platform full of marked contents, and the play of everything that can happen on it.</summary>
    private sealed class Scene(KestrelPlatform server) : IAsyncDisposable
    {
        private static readonly FakeOperation[] Operations = [.. ConnectedClient.Posts, FakeOperation.DownloadFile];

        private readonly List<Exception> failures = [];
        private readonly FakeTask task = server.Fake.AddTask("Translate", task => (task.UserPrompt, task.Modality) = ("PROMPT-MARKER {text}", "text"));
        private readonly FakeTaskAgent agent = server.Fake.AddAgent("Planner", agent => agent.Instruction = "PROMPT-MARKER");

        internal FakeTaskPlatform Platform => server.Fake;

        internal bool RenewsTokens { get; set; } = true;

        internal static async Task<Scene> StartAsync()
        {
            var scene = new Scene(await KestrelPlatform.StartAsync());
            scene.Platform.AddClient("client", "CLIENTSECRET-MARKER");
            scene.task.Answer("OUTPUT-MARKER");
            return scene;
        }

        internal TaskPlatformClientOptions Options()
        {
            var options = new TaskPlatformClientOptions();
            Configure(options);
            return options;
        }

        internal void Configure(TaskPlatformClientOptions options)
        {
            TaskPlatformClientOptions usual = server.CreateOptions();
            (options.BaseAddress, options.TokenEndpoint) = (usual.BaseAddress, usual.TokenEndpoint);
            (options.OrganizationId, options.ProjectId) = (usual.OrganizationId, usual.ProjectId);
            (options.ClientId, options.ClientSecret, options.ReportingGroup) = ("client", "CLIENTSECRET-MARKER", "GROUP-MARKER");
            (options.Retry.MaxAttempts, options.Fallback.Mode) = (1, FallbackMode.Never);
        }

        /// <summary>Plays everything and gives back what was thrown.</summary>
        internal async Task<List<Exception>> PlayAsync(TaskPlatformClient client)
        {
            await SucceedAsync(client);
            failures.Should().BeEmpty();
            foreach (int status in (int[])[302, 400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503])
            {
                await RefuseAsync(client, status);
            }

            await BreakAsync(client);
            await MisuseAsync(client);
            await LoseTokenAsync(client);
            failures.Should().HaveCountGreaterThan(60);
            return failures;
        }

        /// <summary>All that was secret: marked or made by the platform.</summary>
        internal IEnumerable<string> Secrets() =>
        [
            "CLIENTSECRET-MARKER", "KEY-MARKER", Convert.ToBase64String("client:CLIENTSECRET-MARKER"u8), task.AccessToken,
            .. Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Authorization!["Bearer ".Length..]).Distinct(StringComparer.Ordinal),
        ];

        internal void AssertClean(IEnumerable<string> texts)
        {
            foreach (string text in texts)
            {
                text.Should().NotContainAny([.. Secrets(), "MARKER", Convert.ToBase64String(Encoding.UTF8.GetBytes(Content))]);
            }
        }

        private async Task SucceedAsync(TaskPlatformClient client)
        {
            await TryAsync(() => client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = "PROMPT-MARKER" }, Token));
            await TryAsync(() => client.Agents.UpdateAndActivateAsync(agent.Id, new UpdateTaskAgentRequest { Instruction = "PROMPT-MARKER" }, Token));
            await TryAsync(async () =>
            {
                TaskRun run = await client.Tasks.RunAsync(task.Id, Request(), Token);
                await using Stream content = await client.Tasks.OpenFileAsync(run, run.Files[0], Token);
                (await new StreamReader(content).ReadToEndAsync(Token)).Should().Be(Content);
            });
        }

        private async Task RefuseAsync(TaskPlatformClient client, int status)
        {
            // A minted token that is refused is renewed once, so it takes two refusals to fail the call.
            int times = status == 401 && RenewsTokens ? 2 : 1;
            foreach (FakeOperation operation in Operations)
            {
                Platform.RespondNext(operation, request => new HttpResponseMessage((HttpStatusCode)status)
                {
                    Content = new StringContent($$$"""
                        {"detail":[{"loc":["body"],"msg":"Not with {{{request.Authorization}}}","type":"t","input":"INPUT-MARKER","ctx":{"error":"PROMPT-MARKER"}}],"echo":"FILE-MARKER"}
                        """),
                }, times);
            }

            await EachAsync(client, Operations.Length);
        }

        private async Task BreakAsync(TaskPlatformClient client)
        {
            foreach (FakeOperation operation in ConnectedClient.Posts)
            {
                Platform.RespondNext(operation, HttpStatusCode.OK, """{"id":"OUTPUT-MARKER","OUTPUT-MARKER":{"INPUT-MARKER":[nonsense""");
                Platform.RespondNext(operation, _ => new HttpResponseMessage { Content = new BreakingContent("{\"OUTPUT-MARKER\":"u8.ToArray(), 9999) });
                Platform.ThrowNext(operation, new IOException("cut"), at: FakeMoment.AfterExecution);
            }

            for (int i = 0; i < 3; i++)
            {
                await EachAsync(client, ConnectedClient.Posts.Length + 1); // and the file is not there
            }

            task.FailPrimary("PROMPT-MARKER was too much");
            await TryAsync(() => client.Tasks.RunAsync(task.Id, Request(), Token));
            task.Heal();
            await TryAsync(() => client.Tasks.RunAsync<Dictionary<string, int>>(task.Id, Request(), Token));

            using var cancellation = new CancellationTokenSource();
            using FakeHold hold = Platform.HoldNext(FakeOperation.RunTask);
            Task cancelled = client.Tasks.RunAsync(task.Id, Request(), cancellation.Token);
            await hold.Arrived;
            await cancellation.CancelAsync();
            await TryAsync(() => cancelled);
        }

        private async Task MisuseAsync(TaskPlatformClient client)
        {
            string tooLong = string.Concat(Enumerable.Repeat("PROMPT-MARKER", 50));
            await TryAsync(() => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Name = "PROMPT-MARKER!" }, Token));
            await TryAsync(() => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Annotation = tooLong }, Token));
            await TryAsync(() => client.Agents.UpdateAsync(agent.Id, new UpdateTaskAgentRequest { Name = tooLong }, Token));
            await TryAsync(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = tooLong }, Token));
            await TryAsync(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { ReportingGroup = tooLong }, Token));
            await TryAsync(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Files = [TaskFile.FromOpener("f", _ => new(new MemoryStream(Encoding.UTF8.GetBytes(Content))), 3)] }, Token));
            var run = new TaskRun { Id = Guid.NewGuid(), TaskId = task.Id, Raw = default };
            await TryAsync(() => client.Tasks.OpenFileAsync(run, new RunFile { DownloadUrl = "https://evil.example/OUTPUT-MARKER?OUTPUT-MARKER" }, Token));
            await TryAsync(() => client.Tasks.OpenFileAsync(run, new RunFile { StoredFilename = "OUTPUT-MARKER.png" }, Token));
        }

        private async Task LoseTokenAsync(TaskPlatformClient client)
        {
            Platform.RevokeTokens();
            Platform.RevokeApiKeys();
            Platform.RespondNext(FakeOperation.Token, request => new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent(new JsonObject { ["error"] = "invalid_client", ["error_description"] = $"{request.Authorization} CLIENTSECRET-MARKER" }.ToJsonString()),
            }, times: 9);
            await EachAsync(client, Operations.Length);
        }

        private async Task EachAsync(TaskPlatformClient client, int failing)
        {
            int before = failures.Count;
            await TryAsync(() => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = "PROMPT-MARKER" }, Token));
            await TryAsync(() => client.Tasks.RunAsync(task.Id, Request(), Token));
            await TryAsync(() => client.Agents.UpdateAsync(agent.Id, new UpdateTaskAgentRequest { Instruction = "PROMPT-MARKER" }, Token));
            await TryAsync(() => client.Tasks.OpenFileAsync(task.Id, Guid.NewGuid(), "OUTPUT-MARKER.png", Token));
            (failures.Count - before).Should().Be(failing);
        }

        private async Task TryAsync(Func<Task> call)
        {
            try
            {
                await call();
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
            {
                failures.Add(failure);
            }
        }

        private static RunTaskRequest Request() => new()
        {
            Input = { ["text"] = "INPUT-MARKER" },
            Files = [TaskFile.FromBytes("f.txt", Encoding.UTF8.GetBytes(Content))],
        };

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
