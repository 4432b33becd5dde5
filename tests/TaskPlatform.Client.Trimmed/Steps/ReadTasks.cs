namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Finds its project by the credential alone, lists the project's tasks in pages and reads one.</summary>
internal static class ReadTasks
{
    internal static async Task RunAsync(EmbeddedProject project, CancellationToken cancellationToken)
    {
        using TaskPlatformClient client = project.Platform.CreateClient(static options => (options.OrganizationId, options.ProjectId) = (null, null));
        var ids = new List<Guid>();
        await foreach (TaskDefinition task in client.Tasks.ListAsync(new ListTasksRequest { PageLimit = 1 }, cancellationToken))
        {
            ids.Add(task.Id);
        }

        Check.That("every page was read", ids.Count > 1 && ids.Contains(project.Translate.Id));
        Check.Same("the task that was read", (await client.Tasks.GetAsync(project.Translate.Id, cancellationToken)).Id, project.Translate.Id);
        Check.Same("the project of the credential", (await client.GetCallerAsync(cancellationToken)).ProjectId, project.Platform.ProjectId);
    }
}
