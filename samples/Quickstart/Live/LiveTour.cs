using TaskPlatform.Client;

namespace Quickstart.Live;

/// <summary>The main job on a real account: change a task, make it live, run it, change an agent, set everything back.</summary>
internal static class LiveTour
{
    public static async Task<int> RunAsync(TaskPlatformClient client, LiveArguments arguments)
    {
        var report = new Report("This is a real account.");
        using var folder = new TemporaryFolder();
        try
        {
            report.Step("Change the task: a note set, then cleared, its tags taken off");
            TaskUpdateResult noted = await client.Tasks.UpdateAsync(arguments.TaskId, new UpdateTaskRequest { Annotation = "Made by the quickstart", RevisionTags = [] });
            TaskUpdateResult cleared = await client.Tasks.UpdateAsync(arguments.TaskId, new UpdateTaskRequest { Annotation = null });
            report.Line("task", noted.Task.Name);
            report.Line("live before", string.Join(", ", noted.Task.ActiveRevisions.Select(revision => $"{revision.TaskRevisionId} ({revision.Weight})")));
            report.Line("new revisions", $"{noted.NewRevisionId}, {cleared.NewRevisionId}");
            report.Check("both updates say which revision they made", noted.NewRevisionId is not null && cleared.NewRevisionId is not null);
            report.Check("the task has a live revision to go back to", noted.Task.ActiveRevisions.Count > 0);

            if (noted is { NewRevisionId: { } first, Task.ActiveRevisions: { Count: > 0 } before } && cleared.NewRevisionId is { } second)
            {
                try
                {
                    await LiveTaskSteps.RunAsync(client, cleared.Task, first, second, folder, report);
                }
                finally
                {
                    report.Step("Set the task's traffic back");
                    TaskUpdateResult restored = await client.Tasks.SetTrafficAsync(arguments.TaskId, before);
                    report.Check("it is as it was", restored.Task.ActiveRevisions.Select(Share).ToHashSet().SetEquals(before.Select(Share)));
                }
            }

            report.Step("Change the agent, make it live, set it back");
            await ChangeAgentAsync(client, arguments.AgentId, report);
        }
        catch (TaskPlatformException failure)
        {
            report.Fail(failure);
        }

        return report.Finish();
    }

    private static (Guid, double) Share(ActiveRevision revision) => (revision.TaskRevisionId, revision.Weight ?? 1);

    private static async Task ChangeAgentAsync(TaskPlatformClient client, Guid agentId, Report report)
    {
        TaskAgentUpdateResult updated = await client.Agents.UpdateAsync(agentId, new UpdateTaskAgentRequest { Description = "Made by the quickstart" });
        report.Line("agent", updated.Agent.Name);
        report.Line("new revision", $"{updated.NewRevisionId}");
        report.Check("the agent has a live revision to go back to", updated.Agent.ActiveRevision is not null);
        if (updated is { NewRevisionId: { } revisionId, Agent.ActiveRevision.Id: var before })
        {
            TaskAgentUpdateResult activated = await client.Agents.ActivateRevisionAsync(agentId, revisionId);
            report.Check("the new revision is live", activated.Agent.ActiveRevision?.Id == revisionId);
            TaskAgentUpdateResult restored = await client.Agents.ActivateRevisionAsync(agentId, before);
            report.Check("the old one is live again", restored.Agent.ActiveRevision?.Id == before);
        }
    }
}
