using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>Whether an entry of an agent is the one that was sent; what was left out is the platform's to fill.</summary>
internal static class AgentEntries
{
    internal static bool Same(TaskToolInput sent, TaskTool found) =>
        sent.TaskId == found.TaskId
        && (sent.TaskRevisionId is null || sent.TaskRevisionId == found.TaskRevisionId)
        && (sent.RevisionStrategy ?? RevisionStrategy.Pinned) == found.RevisionStrategy
        && (sent.IsOutputFormatter ?? false) == found.IsOutputFormatter
        && (sent.ActionMode ?? ActionMode.AutoRun) == found.ActionMode
        && (sent.RejectionBehavior ?? RejectionBehavior.EndRun) == found.RejectionBehavior;

    internal static bool Same(McpServerInput sent, McpServerAttachment found) =>
        sent.TaskMcpServerId == found.TaskMcpServerId
        && SameIds(sent.AllowedToolIds, found.AllowedToolIds)
        && (sent.DefaultActionMode ?? ActionMode.AutoRun) == found.DefaultActionMode
        && (sent.DefaultRejectionBehavior ?? RejectionBehavior.EndRun) == found.DefaultRejectionBehavior
        && SameWords(sent.ToolActionModes, found.ToolActionModes)
        && SameWords(sent.ToolRejectionBehaviors, found.ToolRejectionBehaviors);

    // Null leaves the choice of tools to the integration: the answer may list what it chose.
    internal static bool Same(IntegrationInput sent, IntegrationAttachment found) =>
        sent.ProjectIntegrationId == found.ProjectIntegrationId
        && (sent.AllowedToolIds is null || SameIds(sent.AllowedToolIds, found.AllowedToolIds))
        && (sent.DefaultActionMode ?? ActionMode.AutoRun) == found.DefaultActionMode
        && (sent.DefaultRejectionBehavior ?? RejectionBehavior.EndRun) == found.DefaultRejectionBehavior
        && SameWords(sent.ToolActionModes, found.ToolActionModes)
        && SameWords(sent.ToolRejectionBehaviors, found.ToolRejectionBehaviors);

    internal static bool Same(SkillInput sent, SkillAttachment found) =>
        sent.SkillId == found.SkillId
        && (sent.SkillRevisionId is null || (found.SkillRevisionId is { } id && id.TryGetGuid(out Guid value) && value == sent.SkillRevisionId));

    private static bool SameIds(IReadOnlyList<ResourceId>? sent, IReadOnlyList<ResourceId>? found) =>
        sent is null || found is null ? sent is null && found is null : SentValue.Fits(OptionalList.From(sent), found);

    private static bool SameWords<TWord>(IReadOnlyDictionary<ResourceId, TWord>? sent, IReadOnlyDictionary<ResourceId, TWord> found)
        where TWord : struct
        => (sent?.Count ?? 0) == found.Count
            && (sent is null || sent.All(pair => found.TryGetValue(pair.Key, out TWord word) && EqualityComparer<TWord>.Default.Equals(word, pair.Value)));
}
