using System.Diagnostics;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

/// <summary>A platform, a client and a listener. What is listened to belongs to the whole process, so these tests run alone.</summary>
[Collection(nameof(AloneInTheProcess))]
public abstract class TelemetryLab : IDisposable
{
    protected TelemetryLab()
    {
        Task = Platform.AddTask("Translate", definition =>
        {
            definition.UserPrompt = "Translate {text}";
            definition.FallbackModelId = Platform.FallbackModelId;
        });
        Task.Answer(new JsonObject { ["text"] = "Hola" });
        Client = Platform.CreateClient(options => options.Retry.BaseDelay = TimeSpan.Zero);
    }

    protected FakeTaskPlatform Platform { get; } = new();

    protected FakeTask Task { get; }

    protected TaskPlatformClient Client { get; }

    internal TelemetryListener Heard { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected Task<TaskRun> RunAsync() => Client.Tasks.RunAsync(Task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, Cancellation);

    protected static IReadOnlyDictionary<string, object?> Tags(Activity span) => new Dictionary<string, object?>(span.TagObjects, StringComparer.Ordinal);

    /// <summary>The outcomes that a span tells of its attempts, in order.</summary>
    protected static IEnumerable<object?> Outcomes(Activity span) =>
        span.Events.Where(static told => told.Name == "taskplatform.attempt").Select(static told => told.Tags.First(static tag => tag.Key == "taskplatform.attempt.outcome").Value);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Heard.Dispose();
        Client.Dispose();
        Platform.Dispose();
    }
}
