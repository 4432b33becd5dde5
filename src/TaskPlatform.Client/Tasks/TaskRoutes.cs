using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tasks;

/// <summary>The endpoints of tasks, under <c>/org/{org_id}/project/{project_id}/</c>. No other file knows their paths.</summary>
internal static class TaskRoutes
{
    internal static readonly Route<UpdateTaskRequest, TaskDefinition> Update = new(HttpMethod.Post, "task/{task_id}", CallKind.Update, "update_task");

    internal static readonly Route<CreateTaskRequest, TaskDefinition> Create = new(HttpMethod.Post, "task", CallKind.Update, "create_task");

    internal static readonly Route<Nothing, TaskDefinition> Get = new(HttpMethod.Get, "task/{task_id}", CallKind.Read, "get_task");

    internal static readonly Route<Nothing, Page<TaskDefinition>> List = new(HttpMethod.Get, "task", CallKind.Read, "list_tasks");

    internal static readonly Route<RunTaskRequest, TaskRun> Run = new(HttpMethod.Post, "task/{task_id}/run", CallKind.Run, "generate_content");

    internal static readonly Route<Nothing, Page<TaskRun>> ListRuns = new(HttpMethod.Get, "task/{task_id}/run", CallKind.Read, "list_runs");

    internal static readonly Route<Nothing, TaskRun> GetRun = new(HttpMethod.Get, "task/{task_id}/run/{task_run_id}", CallKind.Read, "get_run");

    internal static readonly Route<Nothing, Stream> File = new(HttpMethod.Get, "task/{task_id}/run/{task_run_id}/file/{file_name}", CallKind.Read, "get_run_file");
}
