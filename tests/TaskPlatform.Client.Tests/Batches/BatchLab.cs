using System.Globalization;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>A platform with one task and a client of it that waits for nothing but what it is asked to.</summary>
internal sealed class BatchLab : IDisposable
{
    internal BatchLab(TimeProvider? clock = null, Func<FakeTaskPlatform, HttpMessageHandler>? front = null, Action<TaskPlatformClientOptions>? configure = null, bool hasFallback = false)
    {
        Platform = new FakeTaskPlatform(timeProvider: clock);
        Task = Platform.AddTask("Translate", definition =>
        {
            (definition.Modality, definition.UserPrompt) = ("text", "Translate {text}");
            definition.FallbackModelId = hasFallback ? Platform.FallbackModelId : null;
        });
        Task.FallsBack = false;
        TaskPlatformClientOptions options = Platform.CreateOptions();
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero;
        options.Fallback.Mode = hasFallback ? FallbackMode.OnFailure : FallbackMode.Never;
        configure?.Invoke(options);
        Client = new TaskPlatformClient(options, front?.Invoke(Platform) ?? Platform);
    }

    internal FakeTaskPlatform Platform { get; }

    internal FakeTask Task { get; }

    internal TaskPlatformClient Client { get; }

    /// <summary>How many requests for a run have arrived.</summary>
    internal int Sent => Platform.RequestsFor(FakeOperation.RunTask).Count;

    /// <summary>How often each input was made a run, by reference.</summary>
    internal Dictionary<string, int> Executions => Task.Runs.GroupBy(static run => run.Reference!, StringComparer.Ordinal).ToDictionary(static runs => runs.Key, static runs => runs.Count(), StringComparer.Ordinal);

    internal static IEnumerable<RunTaskRequest> Inputs(int count) => Enumerable.Range(0, count).Select(Input);

    internal static RunTaskRequest Input(int index) => new() { Input = { ["text"] = $"text {index}" }, Reference = Name(index) };

    internal static string Name(long index) => "order-" + index.ToString(CultureInfo.InvariantCulture);

    internal IAsyncEnumerable<RunOutcome> Run(int count, RunManyOptions? options = null) => Run(Inputs(count), options);

    internal IAsyncEnumerable<RunOutcome> Run(IEnumerable<RunTaskRequest> inputs, RunManyOptions? options = null, Guid? taskId = null) =>
        Client.Tasks.RunManyAsync(taskId ?? Task.Id, inputs, options, TestContext.Current.CancellationToken);

    internal IAsyncEnumerable<RunOutcome> Run(IAsyncEnumerable<RunTaskRequest> inputs, RunManyOptions? options = null) =>
        Client.Tasks.RunManyAsync(Task.Id, inputs, options, TestContext.Current.CancellationToken);

    internal IAsyncEnumerable<RunOutcome> RunUntil(int count, RunManyOptions? options, CancellationToken stop) =>
        Client.Tasks.RunManyAsync(Task.Id, Inputs(count), options, stop);

    /// <summary>All outcomes, and what the enumeration ended with.</summary>
    internal static async Task<(List<RunOutcome> Outcomes, Exception? End)> ReadAsync(IAsyncEnumerable<RunOutcome> outcomes)
    {
        List<RunOutcome> told = [];
        try
        {
            await foreach (RunOutcome outcome in outcomes)
            {
                told.Add(outcome);
            }

            return (told, null);
        }
        catch (Exception end)
        {
            return (told, end);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Platform.Dispose();
    }
}
