using TaskPlatform.Client;

namespace Quickstart.Live;

/// <summary>Two revisions of a real task: made live, given shares of the traffic, run.</summary>
internal static class LiveTaskSteps
{
    public static async Task RunAsync(TaskPlatformClient client, TaskDefinition task, Guid first, Guid second, TemporaryFolder folder, Report report)
    {
        report.Step("Make a new revision live, then split the traffic");
        TaskUpdateResult activated = await client.Tasks.ActivateRevisionAsync(task.Id, first);
        report.Check("the first new revision has all traffic", activated.Task.ActiveRevisions is [var only] && only.TaskRevisionId == first);
        TaskUpdateResult split = await client.Tasks.SetTrafficAsync(task.Id, [new(first, 0.9), new(second, 0.1)]);
        report.Check("the traffic is split 90 : 10", split.Task.ActiveRevisions.Count == 2);

        TaskRevision revision = task.Revisions.Single(revision => revision.Id == second);
        if (revision.FileInputMode != FileInputMode.None)
        {
            report.Line("not run", $"the task wants a file ({revision.FileInputMode})");
            return;
        }

        report.Step("Run the task");
        var request = new RunTaskRequest { Reference = $"quickstart-{Guid.NewGuid():N}" };
        foreach (string name in revision.InputParams)
        {
            request.Input[name] = $"sample {name}";
        }

        report.Line("inputs", string.Join(", ", revision.InputParams));
        report.Line("reference", request.Reference);
        TaskRun run = await client.Tasks.RunAsync(task.Id, request);
        await ShowAsync(run);
        report.Check("one of the two revisions answered", run.RevisionId == first || run.RevisionId == second);

        report.Step("Run one revision by its id");
        run = await client.Tasks.RunAsync(task.Id, request with { RevisionId = second });
        await ShowAsync(run);
        report.Check("it answered", run.RevisionId == second);

        report.Step("Ask for the fallback model");
        try
        {
            run = await client.Tasks.RunAsync(task.Id, request with { UseFallbackModel = true });
            await ShowAsync(run);
            report.Check("the fallback model answered", run.Fallback.Used);
        }
        catch (TaskPlatformApiException refusal) when (revision.FallbackLlmModelId is null && !refusal.OutcomeUnknown)
        {
            report.Line("refused", $"{(int?)refusal.StatusCode} {refusal.Reason}");
            report.Check("the task has no fallback model, and the platform says so", holds: true);
        }

        async Task ShowAsync(TaskRun answered)
        {
            report.Line("run", $"{answered.Id}");
            report.Line("answer", $"{answered.Output.Modality}: {await OutputText.OfAsync(client, answered, folder)}");
            report.Line("cost", $"{answered.TotalChargedCredits} credits, {answered.Usage.TotalTokens} tokens");
        }
    }
}
