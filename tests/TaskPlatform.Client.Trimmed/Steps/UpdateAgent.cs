namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Changes an agent and makes its new revision live.</summary>
internal static class UpdateAgent
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        TaskAgentUpdateResult updated = await client.Agents.UpdateAsync(
            project.Agent.Id,
            new UpdateTaskAgentRequest
            {
                TaskTools = [new TaskToolInput { TaskId = project.Translate.Id, RevisionStrategy = RevisionStrategy.FollowActive }],
                Skills = [],
                MaxTurns = 20,
            },
            cancellationToken);
        Check.Same(
            "the update as sent",
            project.LastBody(FakeOperation.UpdateAgent),
            $$"""{"task_tools":[{"task_id":"{{project.Translate.Id}}","revision_strategy":"follow_active"}],"skills":[],"max_turns":20}""");
        Check.Same("a new revision was made", updated.NewRevisionCreated, true);

        TaskAgentUpdateResult activated = await client.Agents.ActivateRevisionAsync(project.Agent.Id, updated.NewRevisionId!.Value, cancellationToken);
        Check.Same("the live revision", activated.Agent.ActiveRevision?.Id, updated.NewRevisionId);
        TaskAgentRevision revision = activated.Agent.Revisions.Single(revision => revision.Active);
        Check.Same("its turns", revision.MaxTurns, 20);
        Check.Same("its tool", revision.TaskTools[0].TaskId, project.Translate.Id);
    }
}
