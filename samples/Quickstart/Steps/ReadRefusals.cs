using TaskPlatform.Client;

namespace Quickstart.Steps;

/// <summary>What a request looks like that is refused: by the client before it is sent, and by the platform.</summary>
internal static class ReadRefusals
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, Report report)
    {
        int callsBefore = project.Platform.Requests.Count;
        try
        {
            await client.Tasks.UpdateAsync(project.Translate.Id, new UpdateTaskRequest { Name = "Translate: now!" });
            report.Check("a name with a colon is refused", holds: false);
        }
        catch (ArgumentException mistake)
        {
            report.Line("client", mistake.Message);
            report.Check("a mistake in the arguments never reaches the platform", project.Platform.Requests.Count == callsBefore);
        }

        try
        {
            await client.Tasks.RunAsync(project.Translate.Id, new RunTaskRequest { Input = { ["text"] = "Hello world" }, RevisionId = project.Translate.Revisions[^1].Id });
            report.Check("a run without one of its inputs is refused", holds: false);
        }
        catch (TaskPlatformValidationException refusal)
        {
            ValidationIssue issue = refusal.Issues[0];
            report.Line("platform", $"{(int?)refusal.StatusCode}, {issue.Location}: {issue.Message}");
            report.Check("the refusal names the missing input", issue.Location == "body.task_input.language");
            report.Check("it is known that nothing ran", !refusal.OutcomeUnknown);
        }

        try
        {
            await client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest());
            report.Check("a task that does not exist is refused", holds: false);
        }
        catch (TaskPlatformNotFoundException refusal)
        {
            report.Line("platform", $"{(int?)refusal.StatusCode}, {refusal.ServerMessage}");
            report.Check("a task that does not exist has an exception of its own", true);
        }
    }
}
