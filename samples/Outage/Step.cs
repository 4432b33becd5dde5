using System.Globalization;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace Outage;

/// <summary>One run, as the platform saw it and as it came back: how often a model ran, who answered, what it cost.</summary>
internal sealed record Step(int Executions, bool ByFallback, decimal Credits)
{
    public static async Task<Step> RunAsync(string what, TaskPlatformClient client, FakeTaskPlatform platform, Guid taskId)
    {
        int before = platform.ExecutedRuns;
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = "Hello" } });
        var step = new Step(platform.ExecutedRuns - before, run.Fallback.Used, run.TotalChargedCredits ?? 0);

        string failed = run.Fallback.PrimaryRun is { } first ? string.Create(CultureInfo.InvariantCulture, $", {first.Usage.ChargedCredits} of them for the failed run") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-44}{(step.ByFallback ? "fallback" : "primary"),-10}{step.Executions} run(s), {step.Credits} credits{failed}"));
        return step;
    }
}
