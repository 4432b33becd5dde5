namespace TaskPlatform.Client.Agents;

/// <summary>What an update of a task agent must be like before it is sent.</summary>
internal static class UpdateTaskAgentRequestChecks
{
    /// <summary>Refuses what is surely a mistake, whatever the options say.</summary>
    internal static void Refuse(UpdateTaskAgentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        int set = UpdateTaskAgentRequestMembers.Set(request).Count();
        if (set == 0)
        {
            throw new ArgumentException("The update has no member set, so there is nothing to send.", nameof(request));
        }

        if (request.ActiveRevisionId.IsSet && set > 1)
        {
            throw new ArgumentException("ActiveRevisionId is set beside other members; the platform takes it only alone, in a call of its own.", nameof(request));
        }
    }

    /// <summary>Refuses an update that can't be followed by activating its new revision.</summary>
    internal static void RefuseBeforeActivation(UpdateTaskAgentRequest request)
    {
        Refuse(request);
        if (!UpdateTaskAgentRequestMembers.HasRevisionMembers(request))
        {
            throw new ArgumentException("No member is set that makes a new revision, so there would be none to activate.", nameof(request));
        }
    }

    /// <summary>Holds the values against the platform's limits; for <c>ValidateRequests</c>.</summary>
    internal static void Check(UpdateTaskAgentRequest request)
    {
        AgentLimits.CheckName(request.Name.GetValueOrDefault(), nameof(request));
        AgentLimits.CheckMaxTurns(request.MaxTurns.GetValueOrDefault(), nameof(request));
        AgentLimits.CheckEntries(nameof(request.TaskTools), request.TaskTools, nameof(request));
        AgentLimits.CheckEntries(nameof(request.McpServers), request.McpServers, nameof(request));
        AgentLimits.CheckEntries(nameof(request.Integrations), request.Integrations, nameof(request));
        AgentLimits.CheckEntries(nameof(request.Skills), request.Skills, nameof(request));
        AgentLimits.CheckFormatters(request.TaskTools, nameof(request));
    }
}
