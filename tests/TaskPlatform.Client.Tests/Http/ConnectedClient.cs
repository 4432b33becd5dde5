using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A platform behind a real socket with one task and one agent on it, and a client that talks to it. Repeats wait for nothing, and no fallback is tried.</summary>
internal sealed class ConnectedClient : IAsyncDisposable
{
    internal static readonly FakeOperation[] Posts = [FakeOperation.UpdateTask, FakeOperation.RunTask, FakeOperation.UpdateAgent];

    private readonly KestrelPlatform server;

    private ConnectedClient(KestrelPlatform server, TaskPlatformClientOptions options)
    {
        this.server = server;
        Options = options;
        Client = new TaskPlatformClient(options);
        Task = server.Fake.AddTask("Translate", task => task.Modality = "text");
        Agent = server.Fake.AddAgent("Planner");
    }

    internal TaskPlatformClient Client { get; }

    /// <summary>What the client was made of, for another with a handler of the test's own.</summary>
    internal TaskPlatformClientOptions Options { get; }

    internal FakeTaskPlatform Platform => server.Fake;

    internal Uri BaseAddress => server.BaseAddress;

    internal FakeTask Task { get; }

    internal FakeTaskAgent Agent { get; }

    internal Guid RunId { get; } = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    /// <summary>The path of a file of <see cref="RunId"/>, up to its name.</summary>
    internal string FilePath => $"{BaseAddress.AbsolutePath}org/{Platform.OrganizationId}/project/{Platform.ProjectId}/task/{Task.Id}/run/{RunId}/file/";

    /// <summary>With the platform's API key.</summary>
    internal static Task<ConnectedClient> StartAsync(Action<TaskPlatformClientOptions>? configure = null) =>
        StartWithTokensAsync((options, platform) =>
        {
            (options.ClientId, options.ClientSecret, options.ApiKey) = (null, null, platform.ApiKey);
            configure?.Invoke(options);
        });

    /// <summary>With client credentials.</summary>
    internal static async Task<ConnectedClient> StartWithTokensAsync(Action<TaskPlatformClientOptions, FakeTaskPlatform>? configure = null, FakeTaskPlatform? platform = null)
    {
        KestrelPlatform started = await KestrelPlatform.StartAsync(platform);
        TaskPlatformClientOptions given = started.CreateOptions();
        given.Retry.BaseDelay = TimeSpan.Zero;
        given.Retry.MaxDelay = TimeSpan.Zero;
        given.Fallback.Mode = FallbackMode.Never;
        configure?.Invoke(given, started.Fake);
        return new ConnectedClient(started, given);
    }

    /// <summary>Makes a plain call of the operation.</summary>
    internal async Task CallAsync(FakeOperation operation)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        switch (operation)
        {
            case FakeOperation.UpdateTask:
                await Client.Tasks.UpdateAsync(Task.Id, new UpdateTaskRequest { Description = "d" }, cancellationToken);
                break;
            case FakeOperation.RunTask:
                await Client.Tasks.RunAsync(Task.Id, new RunTaskRequest { Reference = "order-42" }, cancellationToken);
                break;
            case FakeOperation.UpdateAgent:
                await Client.Agents.UpdateAsync(Agent.Id, new UpdateTaskAgentRequest { Description = "d" }, cancellationToken);
                break;
            case FakeOperation.GetCaller:
                await Client.GetCallerAsync(cancellationToken);
                break;
            case FakeOperation.GetTask:
                await Client.Tasks.GetAsync(Task.Id, cancellationToken);
                break;
            case FakeOperation.ListTasks:
                await Client.Tasks.ListAsync(cancellationToken: cancellationToken).AllAsync(cancellationToken);
                break;
            case FakeOperation.CreateTask:
                await Client.Tasks.CreateAsync(NewTask(), cancellationToken);
                break;
            case FakeOperation.ListRuns:
                await Client.Tasks.ListRunsAsync(Task.Id, cancellationToken: cancellationToken).AllAsync(cancellationToken);
                break;
            case FakeOperation.GetRun:
                await Client.Tasks.GetRunAsync(Task.Id, RunId, cancellationToken);
                break;
            case FakeOperation.ListModels:
                await Client.Models.ListAsync(cancellationToken: cancellationToken);
                break;
            case FakeOperation.GetModel:
                await Client.Models.GetAsync("heron-medium", cancellationToken);
                break;
            case FakeOperation.DownloadFile:
                await (await Client.Tasks.OpenFileAsync(Task.Id, RunId, "picture.png", cancellationToken)).DisposeAsync();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation), operation, "No call of the client.");
        }
    }

    /// <summary>A task that can be made.</summary>
    internal CreateTaskRequest NewTask() => new()
    {
        Name = "Greet",
        Enabled = true,
        SystemPrompt = "You are kind.",
        UserPrompt = "Greet {name}",
        LlmModelId = Platform.ModelId,
        OutputModality = OutputModality.Text,
    };

    /// <summary>Answers the next calls of the operation with these bytes, headers included.</summary>
    internal void Answer(
        FakeOperation operation, int status, byte[] body, string contentType = "application/json", int times = 1, FakeMoment at = FakeMoment.BeforeExecution, params (string Name, string Value)[] headers) =>
        Platform.RespondNext(operation, _ => Message(status, body, contentType, headers), times, at);

    /// <summary>Answers the next calls of the operation with this text, headers included.</summary>
    internal void Answer(FakeOperation operation, int status, string body, params (string Name, string Value)[] headers) =>
        Answer(operation, status, Encoding.UTF8.GetBytes(body), headers: headers);

    /// <summary>What a call throws.</summary>
    internal static Task<T> ThrownAsync<T>(Func<Task> call)
        where T : Exception =>
        Assert.ThrowsAnyAsync<T>(call);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await server.DisposeAsync();
    }

    private static HttpResponseMessage Message(int status, byte[] body, string contentType, (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach ((string name, string value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }
}
