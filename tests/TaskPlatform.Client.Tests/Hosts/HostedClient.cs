using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A registered client with default settings but for its clock, in a host as the test makes it, with one task and one agent on a real socket.</summary>
internal sealed class HostedClient : IAsyncDisposable
{
    private readonly KestrelPlatform server;

    private HostedClient(KestrelPlatform server, ManualTimeProvider clock, ServiceProvider provider)
    {
        this.server = server;
        Clock = clock;
        Provider = provider;
        Task = server.Fake.AddTask("Say something", static definition => definition.UserPrompt = "Say something");
        Agent = server.Fake.AddAgent("Desk");
    }

    internal ManualTimeProvider Clock { get; }

    internal ServiceProvider Provider { get; }

    internal TaskPlatformClient Client => Provider.GetRequiredService<TaskPlatformClient>();

    internal FakeTaskPlatform Platform => server.Fake;

    internal FakeTask Task { get; }

    internal FakeTaskAgent Agent { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<HostedClient> StartAsync(Action<IHttpClientBuilder>? client = null, Action<IServiceCollection, ManualTimeProvider>? host = null)
    {
        var clock = new ManualTimeProvider();
        KestrelPlatform started = await KestrelPlatform.StartAsync(new FakeTaskPlatform(timeProvider: clock));
        TaskPlatformClientOptions given = started.CreateOptions();
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddTaskPlatformClient(options =>
        {
            (options.BaseAddress, options.TokenEndpoint, options.TimeProvider) = (given.BaseAddress, given.TokenEndpoint, clock);
            (options.OrganizationId, options.ProjectId) = (given.OrganizationId, given.ProjectId);
            (options.ClientId, options.ClientSecret) = (given.ClientId, given.ClientSecret);
        });
        client?.Invoke(builder);
        host?.Invoke(services, clock);
        return new HostedClient(started, clock, services.BuildServiceProvider());
    }

    /// <summary>Makes a plain call of the operation.</summary>
    internal Task CallAsync(FakeOperation operation) => operation switch
    {
        FakeOperation.RunTask => Client.Tasks.RunAsync(Task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation),
        FakeOperation.UpdateTask => Client.Tasks.UpdateAsync(Task.Id, new UpdateTaskRequest { UserPrompt = "Say more" }, Cancellation),
        FakeOperation.UpdateAgent => Client.Agents.UpdateAsync(Agent.Id, new UpdateTaskAgentRequest { MaxTurns = 3 }, Cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No call of the client that costs or changes something."),
    };

    /// <summary>How often calls of the operation were carried out: runs made, revisions made beside the first one.</summary>
    internal int Executed(FakeOperation operation) => operation switch
    {
        FakeOperation.RunTask => Platform.ExecutedRuns,
        FakeOperation.UpdateTask => Task.Revisions.Count - 1,
        _ => Agent.Revisions.Count - 1,
    };

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await server.DisposeAsync();
    }
}
