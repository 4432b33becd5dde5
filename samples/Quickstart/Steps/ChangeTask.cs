using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace Quickstart.Steps;

/// <summary>Changes a task: one field set, one sent as null, one list emptied. Everything else stays out of the request.</summary>
internal static class ChangeTask
{
    public static async Task<Guid> RunAsync(TaskPlatformClient client, EmbeddedProject project, Report report)
    {
        // No call for the token: the client gets one before its first call, keeps it and renews it in time.
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(project.Translate.Id, new UpdateTaskRequest
        {
            UserPrompt = "Translate {text} into {language}",
            Annotation = null,
            RevisionTags = [],
        });

        foreach (FakeRequest request in project.Platform.Requests)
        {
            report.Line("called", $"{request.Method} {(request.Operation is FakeOperation.Token ? request.Path : "…/task/{task_id}")}");
        }

        report.Line("sent", project.LastBody(FakeOperation.UpdateTask));
        report.Line("new revision", $"{updated.NewRevisionId}");

        TaskRevision revision = updated.Task.Revisions.Single(revision => revision.Id == updated.NewRevisionId);
        report.Check("the note is cleared, the tags are gone", revision is { Annotation: null, Tags: [] });
        report.Check("what was not sent stays as it was", revision.FallbackLlmModelId == project.Platform.FallbackModelId);
        report.Check("the new revision is inactive", updated.NewRevisionCreated == true && !revision.Active);
        return revision.Id;
    }
}
