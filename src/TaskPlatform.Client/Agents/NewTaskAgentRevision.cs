using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>
/// Finds the revision an update made when the platform did not name it: the only one that is inactive, made after the
/// call was sent, and equal to every field sent.
/// </summary>
internal static class NewTaskAgentRevision
{
    internal static TaskAgentRevision? Find(UpdateTaskAgentRequest sent, TaskAgent answer, DateTimeOffset sentAt)
    {
        TaskAgentRevision[] found = [.. answer.Revisions.Where(revision => IsNew(revision, answer, sentAt) && Fits(sent, revision)).Take(2)];
        return found is [TaskAgentRevision only] ? only : null;
    }

    private static bool IsNew(TaskAgentRevision revision, TaskAgent answer, DateTimeOffset sentAt) =>
        revision.Id != Guid.Empty
        && !revision.Active
        && answer.ActiveRevision?.Id != revision.Id
        && SentValue.MadeSince(revision.Created, sentAt);

    // What a skill brought along was not sent.
    private static bool Fits(UpdateTaskAgentRequest sent, TaskAgentRevision revision) =>
        SentValue.Fits(sent.Description, revision.Description)
        && SentValue.Fits(sent.Instruction, revision.Instruction)
        && SentValue.Fits(sent.Mode, revision.Mode, AgentMode.Agentic)
        && SentValue.Fits(sent.LlmModelId, revision.LlmModelId ?? revision.LlmModel?.Id)
        && SentValue.Fits(sent.FallbackLlmModelId, revision.FallbackLlmModelId ?? revision.FallbackLlmModel?.Id)
        && SentValue.Fits(sent.TaskTools, revision.TaskTools, AgentEntries.Same)
        && SentValue.Fits(sent.McpServers, [.. revision.McpServers.Where(static server => server.ProvisionSource != ProvisionSource.SkillCapability)], AgentEntries.Same)
        && SentValue.Fits(sent.Integrations, [.. revision.Integrations.Where(static integration => integration.ProvisionSource != ProvisionSource.SkillCapability)], AgentEntries.Same)
        && SentValue.Fits(sent.Skills, revision.Skills, AgentEntries.Same)
        && SentValue.Fits(sent.MemoryStrategy, revision.MemoryStrategy)
        && SentValue.Fits(sent.MemoryConfig, revision.MemoryConfig)
        && SentValue.Fits(sent.MaxTurns, revision.MaxTurns);
}
