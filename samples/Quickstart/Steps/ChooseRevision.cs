using TaskPlatform.Client;

namespace Quickstart.Steps;

/// <summary>Runs the revision you name, live or not, in place of one chosen by traffic.</summary>
internal static class ChooseRevision
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, Guid changed, Report report)
    {
        TaskRun byId = await client.Tasks.RunAsync(project.Translate.Id, new RunTaskRequest
        {
            Input = { ["text"] = "Hello world", ["language"] = "Spanish" },
            RevisionId = changed,
        });
        report.Line("by id", $"{byId.RevisionId}");
        report.Check("the revision of that id answered", byId.RevisionId == changed);

        TaskRun byTag = await client.Tasks.RunAsync(project.Translate.Id, new RunTaskRequest
        {
            Input = { ["text"] = "Hello world" },
            RevisionTag = "stable",
        });
        report.Line("by tag", $"{byTag.RevisionId}");
        report.Check("the revision tagged \"stable\" answered", byTag.RevisionId == project.Translate.Revisions[0].Id);
    }
}
