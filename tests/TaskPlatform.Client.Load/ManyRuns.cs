using System.Diagnostics;
using TaskPlatform.Client.Testing;

namespace TaskPlatform.Client.Load;

/// <summary>
/// Many inputs in one enumeration, answered in the process by a handler that keeps nothing: what grows in memory would be
/// the enumeration's own.
/// </summary>
internal static class ManyRuns
{
    private static readonly int[] Percents = [10, 50, 100];

    internal static async Task<int> RunAsync(int inputs, int inFlight)
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", definition => (definition.Modality, definition.UserPrompt) = ("text", "Translate {text}"));
        using var handler = new SteadyAnswers(platform);
        await using var client = new TaskPlatformClient(platform.CreateOptions(), handler);
        var memory = new MemoryFigures();
        long started = Stopwatch.GetTimestamp();
        int done = 0;
        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(task.Id, Inputs(inputs), new RunManyOptions { MaxConcurrency = inFlight }))
        {
            done += outcome.IsSuccess ? 1 : 0;
            if (Percents.Any(percent => done == (long)inputs * percent / 100))
            {
                memory.Settle();
            }
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"{inputs:N0} inputs, {inFlight} in flight: {seconds:0.0} s ({inputs / seconds:N0}/s), {done:N0} succeeded, {handler.Runs:N0} requests, at most {handler.Most} at once");
        Console.WriteLine($"  memory after {string.Join('/', Percents)} %, MB: {string.Join(' ', memory.Settled.Select(static bytes => $"{bytes / 1048576.0:0.00}"))}; working set {MemoryFigures.PeakWorkingSet / 1048576.0:0}");
        string[] broken =
        [
            .. done == inputs ? Array.Empty<string>() : ["Every input succeeds."],
            .. handler.Runs == inputs ? Array.Empty<string>() : ["Every input is sent once."],
            .. handler.Most <= inFlight ? Array.Empty<string>() : ["No more are in flight than may be."],
            .. memory.IsFlat ? Array.Empty<string>() : ["Memory is flat."],
        ];
        foreach (string rule in broken)
        {
            Console.Error.WriteLine($"Broken: {rule}");
        }

        return broken.Length == 0 ? 0 : 1;
    }

    private static IEnumerable<RunTaskRequest> Inputs(int count) =>
        Enumerable.Range(0, count).Select(static index => new RunTaskRequest { Input = { ["text"] = $"Hello {index}" }, Reference = $"order-{index}" });
}
