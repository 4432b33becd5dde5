using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tasks;

/// <summary>
/// Finds the revision an update made when the platform did not name it: the only one that is inactive, made after the
/// call was sent, and equal to every field sent.
/// </summary>
internal static class NewTaskRevision
{
    internal static TaskRevision? Find(UpdateTaskRequest sent, TaskDefinition answer, DateTimeOffset sentAt)
    {
        TaskRevision[] found = [.. answer.Revisions.Where(revision => IsNew(revision, answer, sentAt) && Fits(sent, revision)).Take(2)];
        return found is [TaskRevision only] ? only : null;
    }

    private static bool IsNew(TaskRevision revision, TaskDefinition answer, DateTimeOffset sentAt) =>
        revision.Id != Guid.Empty
        && !revision.Active
        && answer.ActiveRevisions.All(active => active.TaskRevisionId != revision.Id)
        && SentValue.MadeSince(revision.Created, sentAt);

    private static bool Fits(UpdateTaskRequest sent, TaskRevision revision) =>
        SentValue.Fits(sent.SystemPrompt, revision.SystemPrompt)
        && SentValue.Fits(sent.UserPrompt, revision.UserPrompt)
        && SentValue.Fits(sent.LlmModelId, revision.LlmModelId ?? revision.LlmModel?.Id)
        && SentValue.Fits(sent.LlmConfig, revision.LlmConfig)
        && SentValue.Fits(sent.FallbackLlmModelId, revision.FallbackLlmModelId ?? revision.FallbackLlmModel?.Id)
        && SentValue.Fits(sent.FallbackLlmConfig, revision.FallbackLlmConfig)
        && (!sent.OutputFormat.IsSet || RevisionParts.Same(sent.OutputFormat.Value, revision.OutputFormat))
        && (!sent.TaskForwarderId.IsSet || RevisionParts.Same(sent.TaskForwarderId.Value, revision.TaskForwarderId))
        && (!sent.Rag.IsSet || RevisionParts.Same(sent.Rag.Value, revision.Rag))
        && SentValue.Fits(sent.FileInputMode, revision.FileInputMode, FileInputMode.None)
        && SentValue.Fits(sent.Annotation, revision.Annotation)
        && (!sent.Test.IsSet || sent.Test.Value == revision.Test)
        && SentValue.Fits(sent.InputProcessors, revision.InputProcessors, RevisionParts.Same)
        && SentValue.Fits(sent.OptimiseImages, revision.OptimiseImages, true)
        && SentValue.Fits(sent.ToolChoice, revision.ToolChoice)
        && SentValue.Fits(sent.TaskMcpToolIds, revision.TaskMcpToolIds)
        && SentValue.Fits(sent.IntegrationToolIds, revision.IntegrationToolIds)
        && SentValue.Fits(sent.RevisionTags, revision.Tags.Select(static tag => (ResourceId)tag.Id))
        && (sent.AdditionalFields ?? []).All(field => revision.AdditionalFields?.TryGetValue(field.Key, out var found) is not true
            || JsonComparison.Same(JsonObjectView.ToElement(field.Value), found));
}
