using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace BatchRun;

/// <summary>A platform in memory with one task. For a real one make the client from TaskPlatformClientOptions.FromEnvironment().</summary>
internal sealed class EmbeddedPlatform : IDisposable
{
    // Same seed and clock: the task has the same id at every start, as it would on a real platform.
    private readonly FakeTaskPlatform platform = new(seed: 1, new FixedClock());
    private readonly FakeTask task;

    public EmbeddedPlatform()
    {
        task = platform.AddTask("Shout", definition => (definition.Modality, definition.UserPrompt) = ("text", "Shout {text}"));
        task.Respond(run =>
        {
            Ran?.Invoke();
            return run.Inputs["text"]!.GetValue<string>().ToUpperInvariant() + "!";
        });
        task.Credits = 0.25m;
        platform.DelayNext(FakeOperation.RunTask, TimeSpan.FromMilliseconds(20), times: int.MaxValue); // else there would be no bar to see
    }

    /// <summary>Called when a row is being run.</summary>
    public Action? Ran { get; set; }

    public Guid TaskId => task.Id;

    public decimal Charged => platform.CreditsCharged;

    /// <summary>Whether any row was run more than once.</summary>
    public bool RanTwice => task.Runs.GroupBy(run => run.Reference, StringComparer.Ordinal).Any(runs => runs.Count() > 1);

    public int Runs => platform.ExecutedRuns;

    public TaskPlatformClient CreateClient() => platform.CreateClient(options => options.TimeProvider = TimeProvider.System);

    public void Dispose() => platform.Dispose();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
