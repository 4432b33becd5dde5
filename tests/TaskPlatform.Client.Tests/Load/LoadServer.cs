using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;

namespace TaskPlatform.Client.Tests.Load;

/// <summary>A platform on a real socket with one task that has a fallback, and faults in front of it.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private readonly KestrelPlatform server;
    private readonly LoadFaults faults;
    private readonly FakeTask task;

    private LoadServer(KestrelPlatform server, LoadFaults faults, FakeTask task) => (this.server, this.faults, this.task) = (server, faults, task);

    internal LoadTarget Target => new(
        server.BaseAddress, server.TokenEndpoint, server.Fake.OrganizationId, server.Fake.ProjectId, server.Fake.ClientId, server.Fake.ClientSecret, task.Id);

    internal static async Task<LoadServer> StartAsync(int seed, TimeSpan retryAfter)
    {
        var platform = new FakeTaskPlatform(seed);
        FakeTask translate = platform.AddTask("Translate", definition =>
        {
            (definition.Modality, definition.UserPrompt) = ("text", "Translate {text}");
            definition.FallbackModelId = platform.FallbackModelId;
        });
        var front = new LoadFaults(platform, seed, retryAfter);
        return new LoadServer(await KestrelPlatform.StartAsync(platform, front), front, translate);
    }

    /// <summary>What it has seen so far.</summary>
    internal ServerFigures Figures() => new(
        server.Fake.ExecutedRuns,
        task.Runs.GroupBy(static run => run.Reference, StringComparer.Ordinal).Select(static runs => runs.Count()).DefaultIfEmpty().Max(),
        server.Fake.RequestsFor(FakeOperation.RunTask).Count,
        server.Fake.RequestsFor(FakeOperation.Token).Count,
        faults.Expiries,
        faults.Refused,
        faults.Reset);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
