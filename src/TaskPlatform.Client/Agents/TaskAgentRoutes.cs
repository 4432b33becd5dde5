using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>The endpoints of task agents, under <c>/org/{org_id}/project/{project_id}/</c>. No other file knows their paths.</summary>
internal static class TaskAgentRoutes
{
    internal static readonly Route<UpdateTaskAgentRequest, TaskAgent> Update = new(HttpMethod.Post, "task-agent/{task_agent_id}", CallKind.Update, "update_task_agent");

    internal static readonly Route<CreateTaskAgentRequest, TaskAgent> Create = new(HttpMethod.Post, "task-agent", CallKind.Update, "create_task_agent");

    internal static readonly Route<Nothing, TaskAgent> Get = new(HttpMethod.Get, "task-agent/{task_agent_id}", CallKind.Read, "get_task_agent");

    internal static readonly Route<Nothing, Page<TaskAgent>> List = new(HttpMethod.Get, "task-agent", CallKind.Read, "list_task_agents");

    internal static readonly Route<RunTaskAgentRequest, EventStream> Run = new(HttpMethod.Post, "task-agent/{task_agent_id}/run", CallKind.Run, "invoke_agent");
}
