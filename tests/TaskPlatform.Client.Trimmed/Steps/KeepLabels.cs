// Putting a tag on things and deleting it are experimental: they must survive trimming all the same.
#pragma warning disable TPC001

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Tags a revision and runs it by the tag's name; makes a reporting group and books a run under it; deletes both.</summary>
internal static class KeepLabels
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        TagEntityType kind = TagEntityType.TaskRevision;
        Guid revision = project.Summarise.AddRevision().Id;
        Tag tag = await client.Tags.CreateAsync(kind, new CreateTagRequest { Name = "fresh" }, cancellationToken);
        tag = await client.Tags.UpdateAsync(kind, tag.Id, new UpdateTagRequest { Description = null }, cancellationToken);
        Check.Same("the update of the tag", project.LastBody(FakeOperation.UpdateTag), """{"description":null}""");
        await client.Tags.AddToAsync(kind, tag.Id, [revision], cancellationToken);
        Check.Same("the tag that was found", (await client.Tags.FindByNameAsync(kind, "fresh", cancellationToken))?.TaggedEntities.Single().Value, revision.ToString());

        ReportingGroup group = await client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme", Description = "A customer" }, cancellationToken);
        await client.ReportingGroups.UpdateAsync(group.Id, new UpdateReportingGroupRequest { Name = "acme plc" }, cancellationToken);
        TaskRun run = await client.Tasks.RunAsync(project.Summarise.Id, new RunTaskRequest { Input = { ["text"] = "x" }, RevisionTag = "fresh", ReportingGroup = "acme plc" }, cancellationToken);
        Check.Same("the revision with the tag", run.RevisionId, revision);
        Check.Same("the group of the run", run.ReportingGroupId, group.Id);
        Check.Same("the group that was found", (await client.ReportingGroups.FindByNameAsync("acme plc", cancellationToken))?.Description, "A customer");

        await client.Tags.RemoveFromAsync(kind, tag.Id, [revision], cancellationToken);
        await client.Tags.DeleteAsync(tag.Id, cancellationToken);
        await client.ReportingGroups.DeleteAsync(group.Id, cancellationToken);
        await Check.FailsAsync<TaskPlatformNotFoundException>("a deleted tag", () => client.Tags.GetAsync(kind, tag.Id, cancellationToken));
        await Check.FailsAsync<TaskPlatformNotFoundException>("a deleted group", () => client.ReportingGroups.GetAsync(group.Id, cancellationToken));
    }
}
