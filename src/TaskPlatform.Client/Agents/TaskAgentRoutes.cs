namespace TaskPlatform.Client.Agents;

/// <summary>The endpoints of task agents, under <c>/org/{org_id}/project/{project_id}/</c>. No other file knows their paths.</summary>
internal static class TaskAgentRoutes
{
    internal static readonly Route<UpdateTaskAgentRequest, TaskAgent> Update = new(HttpMethod.Post, "task-agent/{task_agent_id}", CallKind.Update, "update_task_agent");
}
