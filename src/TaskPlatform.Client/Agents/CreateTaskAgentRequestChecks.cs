namespace TaskPlatform.Client.Agents;

/// <summary>What a new task agent must be like before it is sent.</summary>
internal static class CreateTaskAgentRequestChecks
{
    internal static void Refuse(CreateTaskAgentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Name is null || request.Instruction is null)
        {
            throw new ArgumentException("Name or Instruction is null; the platform requires both.", nameof(request));
        }

        if (request.LlmModelId == Guid.Empty)
        {
            throw new ArgumentException("LlmModelId is all zeros; the platform requires a model.", nameof(request));
        }
    }

    /// <summary>Holds the values against the platform's limits; for <c>ValidateRequests</c>.</summary>
    internal static void Check(CreateTaskAgentRequest request)
    {
        AgentLimits.CheckName(request.Name, nameof(request));
        AgentLimits.CheckMaxTurns(request.MaxTurns, nameof(request));
        AgentLimits.CheckEntries(nameof(request.TaskTools), request.TaskTools, nameof(request));
        AgentLimits.CheckEntries(nameof(request.McpServers), request.McpServers, nameof(request));
        AgentLimits.CheckEntries(nameof(request.Integrations), request.Integrations, nameof(request));
        AgentLimits.CheckEntries(nameof(request.Skills), request.Skills, nameof(request));
        AgentLimits.CheckFormatters(request.TaskTools, nameof(request));
    }
}
