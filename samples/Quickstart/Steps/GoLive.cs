using TaskPlatform.Client;

namespace Quickstart.Steps;

/// <summary>Gives the new revision all traffic, then shares it with the old one.</summary>
internal static class GoLive
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, Guid before, Guid changed, Report report)
    {
        Guid taskId = project.Translate.Id;

        TaskUpdateResult activated = await client.Tasks.ActivateRevisionAsync(taskId, changed);
        report.Check("the new revision has all traffic", activated.Task.ActiveRevisions is [{ Weight: 1 } only] && only.TaskRevisionId == changed);

        TaskUpdateResult split = await client.Tasks.SetTrafficAsync(taskId, [new(changed, 0.9), new(before, 0.1)]);
        report.Check("the traffic is split 90 : 10", split.Task.ActiveRevisions is [{ Weight: 0.9 }, { Weight: 0.1 }]);

        int runsOfChanged = 0;
        var request = new RunTaskRequest { Input = { ["text"] = "Hello world", ["language"] = "Spanish" } };
        for (int i = 0; i < 40; i++)
        {
            TaskRun run = await client.Tasks.RunAsync(taskId, request);
            runsOfChanged += run.RevisionId == changed ? 1 : 0;
        }

        report.Line("of 40 runs", $"{runsOfChanged} went to the new revision, {40 - runsOfChanged} to the old one");
        report.Check("both were used, the new one more", runsOfChanged is > 20 and < 40);
    }
}
