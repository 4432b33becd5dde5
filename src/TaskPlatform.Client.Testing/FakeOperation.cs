namespace TaskPlatform.Client.Testing;

/// <summary>The calls <see cref="FakeTaskPlatform"/> tells apart, for scripting and for looking at what was received.</summary>
public enum FakeOperation
{
    /// <summary>Every call, whatever its method and path.</summary>
    Any = 0,

    /// <summary><c>POST …/oauth2/token</c>: an access token is asked for.</summary>
    Token,

    /// <summary><c>POST …/task/{task_id}</c>: a task is changed or one of its revisions made live.</summary>
    UpdateTask,

    /// <summary><c>POST …/task/{task_id}/run</c>: a task is run.</summary>
    RunTask,

    /// <summary><c>GET …/task/{task_id}/run/{task_run_id}/file/{file_name}</c>: a file of a run is fetched.</summary>
    DownloadFile,

    /// <summary><c>POST …/task-agent/{task_agent_id}</c>: an agent is changed or one of its revisions made live.</summary>
    UpdateAgent,

    /// <summary>A call whose method and path the platform does not know; it is answered with 404 or 405.</summary>
    Unknown,

    /// <summary><c>GET /whoami</c>: the caller asks who it is.</summary>
    GetCaller,

    /// <summary><c>GET …/task/{task_id}</c>: a task is read.</summary>
    GetTask,

    /// <summary><c>GET …/task</c>: a page of the project's tasks is read.</summary>
    ListTasks,

    /// <summary><c>POST …/task-agent</c>: an agent is made.</summary>
    CreateAgent,

    /// <summary><c>GET …/task-agent/{task_agent_id}</c>: an agent is read.</summary>
    GetAgent,

    /// <summary><c>GET …/task-agent</c>: a page of the project's agents is read.</summary>
    ListAgents,

    /// <summary><c>POST …/task-agent/{task_agent_id}/run</c>: an agent is told something.</summary>
    RunAgent,

    /// <summary><c>POST …/task</c>: a task is made.</summary>
    CreateTask,

    /// <summary><c>GET …/task/{task_id}/run</c>: a page of a task's runs is read.</summary>
    ListRuns,

    /// <summary><c>GET …/task/{task_id}/run/{task_run_id}</c>: a run is read.</summary>
    GetRun,

    /// <summary><c>GET …/model</c>: the language models are listed.</summary>
    ListModels,

    /// <summary><c>GET …/model/{model_id_or_name}</c>: a language model is read.</summary>
    GetModel,

    /// <summary><c>GET …/{entity_type}/tag</c>: a page of the tags for one kind of thing is read.</summary>
    ListTags,

    /// <summary><c>GET …/{entity_type}/tag/{tag_id}</c>: a tag is read.</summary>
    GetTag,

    /// <summary><c>POST …/{entity_type}/tag</c>: a tag is made.</summary>
    CreateTag,

    /// <summary><c>POST …/{entity_type}/tag/{tag_id}</c>: a tag is changed.</summary>
    UpdateTag,

    /// <summary><c>POST …/{entity_type}/tag/{tag_id}/add</c>: a tag is put on things.</summary>
    AddTag,

    /// <summary><c>POST …/{entity_type}/tag/{tag_id}/remove</c>: a tag is taken off things.</summary>
    RemoveTag,

    /// <summary><c>DELETE …/tags/{tag_id}</c>: a tag is deleted.</summary>
    DeleteTag,

    /// <summary><c>GET …/reporting-groups</c>: a page of the project's reporting groups is read.</summary>
    ListReportingGroups,

    /// <summary><c>GET …/reporting-groups/{reporting_group_id}</c>: a reporting group is read.</summary>
    GetReportingGroup,

    /// <summary><c>POST …/reporting-groups</c>: a reporting group is made.</summary>
    CreateReportingGroup,

    /// <summary><c>POST …/reporting-groups/{reporting_group_id}</c>: a reporting group is changed.</summary>
    UpdateReportingGroup,

    /// <summary><c>DELETE …/reporting-groups/{reporting_group_id}</c>: a reporting group is deleted.</summary>
    DeleteReportingGroup,
}
