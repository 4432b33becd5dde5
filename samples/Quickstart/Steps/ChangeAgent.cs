using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace Quickstart.Steps;

/// <summary>Changes a task agent and makes its new revision live: two calls, the second one alone by itself.</summary>
internal static class ChangeAgent
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, Report report)
    {
        TaskAgentUpdateResult updated = await client.Agents.UpdateAsync(project.Agent.Id, new UpdateTaskAgentRequest
        {
            Instruction = "Help the guests, in their own language.",
            MaxTurns = 20,
            TaskTools = [new TaskToolInput { TaskId = project.Translate.Id, RevisionStrategy = RevisionStrategy.FollowActive }],
            Skills = [],
        });
        report.Line("sent", project.LastBody(FakeOperation.UpdateAgent));
        report.Line("new revision", $"{updated.NewRevisionId}");
        report.Check("the live revision is still the old one", updated.Agent.ActiveRevision?.Id != updated.NewRevisionId);

        if (updated.NewRevisionId is { } revisionId)
        {
            TaskAgentUpdateResult activated = await client.Agents.ActivateRevisionAsync(project.Agent.Id, revisionId);
            report.Check("now the new one is live", activated.Agent.ActiveRevision?.Id == revisionId);
        }

        // Both steps in one call:
        TaskAgentUpdateResult both = await client.Agents.UpdateAndActivateAsync(project.Agent.Id, new UpdateTaskAgentRequest { MaxTurns = null });
        report.Check("update and activate in one call", both.Agent.ActiveRevision?.Id == both.NewRevisionId);
    }
}
