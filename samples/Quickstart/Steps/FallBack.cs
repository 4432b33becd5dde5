using TaskPlatform.Client;

namespace Quickstart.Steps;

/// <summary>Four ways a second model comes in: the platform's choice, the client's, yours, and not at all.</summary>
internal static class FallBack
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, Report report)
    {
        Guid taskId = project.Translate.Id;
        var request = new RunTaskRequest { Input = { ["text"] = "Hello world", ["language"] = "Spanish" } };

        project.Translate.FailPrimary("the model is overloaded", times: 1);
        TaskRun run = await client.Tasks.RunAsync(taskId, request);
        report.Line("failed", $"{run.Fallback.PrimaryFailureReason}");
        report.Check("the platform turned to the fallback by itself", run.Fallback is { Used: true, By: FallbackOrigin.Platform });

        project.Translate.FallsBack = false; // a platform that leaves it to the client
        project.Translate.FailPrimary("the model is overloaded", times: 1);
        run = await client.Tasks.RunAsync(taskId, request);
        report.Line("failed run", $"{run.Fallback.PrimaryRun?.Id}");
        report.Line("answered run", $"{run.Id}, {run.TotalChargedCredits} credits with the failed one");
        report.Check("the client turned to the fallback, once", run.Fallback is { Used: true, By: FallbackOrigin.Client, PrimaryRun.IsError: true });

        int runsBefore = project.Platform.ExecutedRuns;
        run = await client.Tasks.RunAsync(taskId, request with { UseFallbackModel = true });
        report.Check("asked for by hand, it answers at once", run.Fallback.Used && project.Platform.ExecutedRuns == runsBefore + 1);

        try
        {
            await client.Tasks.RunAsync(project.Summarise.Id, new RunTaskRequest { Input = { ["text"] = "…" }, UseFallbackModel = true });
            report.Check("a task without a fallback refuses", holds: false);
        }
        catch (TaskPlatformValidationException refusal)
        {
            report.Line("refused", $"{(int?)refusal.StatusCode} {refusal.Reason}: {refusal.ServerMessage}");
            report.Check("where none is configured, asking for it is refused and nothing runs", project.Platform.ExecutedRuns == runsBefore + 1);
        }
    }
}
