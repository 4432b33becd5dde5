using TaskPlatform.Client.Testing.Agents;
using TaskPlatform.Client.Testing.Authentication;
using TaskPlatform.Client.Testing.Labels;
using TaskPlatform.Client.Testing.Runs;
using TaskPlatform.Client.Testing.Tasks;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Every call the platform answers.</summary>
internal sealed class PlatformRoutes
{
    private const string Project = "org/{org_id}/project/{project_id}/";

    private readonly PlatformRoute[] api;
    private readonly PlatformRoute token;

    public PlatformRoutes(PlatformState state, TokenEndpoint tokens)
    {
        PlatformRoute Route(FakeOperation operation, string method, string template, Func<Exchange, HttpResponseMessage> endpoint) =>
            new(operation, method, template.Split('/'), endpoint);

        Func<Exchange, HttpResponseMessage> Locked(Func<Exchange, HttpResponseMessage> endpoint) => call =>
        {
            lock (state.Gate)
            {
                return endpoint(call);
            }
        };

        token = Route(FakeOperation.Token, "POST", "oauth2/token", Locked(tokens.Handle));
        var tags = new TagEndpoint(state);
        var groups = new ReportingGroupEndpoint(state);
        api =
        [
            // Before the tasks: "task/tag" is the tags for tasks, not a task of that id.
            Route(FakeOperation.ListTags, "GET", Project + "{entity_type}/tag", Locked(tags.List)),
            Route(FakeOperation.CreateTag, "POST", Project + "{entity_type}/tag", Locked(tags.Create)),
            Route(FakeOperation.GetTag, "GET", Project + "{entity_type}/tag/{tag_id}", Locked(tags.Get)),
            Route(FakeOperation.UpdateTag, "POST", Project + "{entity_type}/tag/{tag_id}", Locked(tags.Update)),
            Route(FakeOperation.AddTag, "POST", Project + "{entity_type}/tag/{tag_id}/add", Locked(tags.Add)),
            Route(FakeOperation.RemoveTag, "POST", Project + "{entity_type}/tag/{tag_id}/remove", Locked(tags.Remove)),
            Route(FakeOperation.DeleteTag, "DELETE", Project + "tags/{tag_id}", Locked(tags.Delete)),
            Route(FakeOperation.ListReportingGroups, "GET", Project + "reporting-groups", Locked(groups.List)),
            Route(FakeOperation.CreateReportingGroup, "POST", Project + "reporting-groups", Locked(groups.Create)),
            Route(FakeOperation.GetReportingGroup, "GET", Project + "reporting-groups/{reporting_group_id}", Locked(groups.Get)),
            Route(FakeOperation.UpdateReportingGroup, "POST", Project + "reporting-groups/{reporting_group_id}", Locked(groups.Update)),
            Route(FakeOperation.DeleteReportingGroup, "DELETE", Project + "reporting-groups/{reporting_group_id}", Locked(groups.Delete)),
            Route(FakeOperation.GetCaller, "GET", "whoami", Locked(new CallerEndpoint(state).Get)),
            Route(FakeOperation.ListModels, "GET", Project + "model", Locked(new ModelReader(state).List)),
            Route(FakeOperation.GetModel, "GET", Project + "model/{model_id_or_name}", Locked(new ModelReader(state).Get)),
            Route(FakeOperation.ListTasks, "GET", Project + "task", Locked(new TaskReader(state).List)),
            Route(FakeOperation.CreateTask, "POST", Project + "task", Locked(new TaskEndpoint(state).Create)),
            Route(FakeOperation.GetTask, "GET", Project + "task/{task_id}", Locked(new TaskReader(state).Get)),
            Route(FakeOperation.UpdateTask, "POST", Project + "task/{task_id}", Locked(new TaskEndpoint(state).Update)),
            Route(FakeOperation.RunTask, "POST", Project + "task/{task_id}/run", new RunEndpoint(state).Run),
            Route(FakeOperation.ListRuns, "GET", Project + "task/{task_id}/run", Locked(new RunReader(state).List)),
            Route(FakeOperation.GetRun, "GET", Project + "task/{task_id}/run/{task_run_id}", Locked(new RunReader(state).Get)),
            Route(FakeOperation.DownloadFile, "GET", Project + "task/{task_id}/run/{task_run_id}/file/{file_name}", Locked(new FileEndpoint(state).Get)),
            Route(FakeOperation.UpdateAgent, "POST", Project + "task-agent/{task_agent_id}", Locked(new AgentEndpoint(state).Update)),
            Route(FakeOperation.CreateAgent, "POST", Project + "task-agent", Locked(new AgentCreator(state).Create)),
            Route(FakeOperation.ListAgents, "GET", Project + "task-agent", Locked(new AgentReader(state).List)),
            Route(FakeOperation.GetAgent, "GET", Project + "task-agent/{task_agent_id}", Locked(new AgentReader(state).Get)),
            Route(FakeOperation.RunAgent, "POST", Project + "task-agent/{task_agent_id}/run", new AgentRunEndpoint(state).Run),
        ];
    }

    /// <summary>Finds the route; <paramref name="pathExists"/> tells whether it is only the method that does not fit.</summary>
    public PlatformRoute? Find(string method, string path, string basePath, out Dictionary<string, string> values, out bool pathExists)
    {
        values = new(StringComparer.Ordinal);
        pathExists = false;
        if (path.EndsWith("/oauth2/token", StringComparison.Ordinal))
        {
            pathExists = true;
            return method == token.Method ? token : null;
        }

        if (!path.StartsWith(basePath + "/", StringComparison.Ordinal))
        {
            return null;
        }

        string[] segments = path[(basePath.Length + 1)..].Split('/');
        foreach (PlatformRoute route in api)
        {
            if (route.Match(segments) is { } found)
            {
                pathExists = true;
                if (route.Method == method)
                {
                    values = found;
                    return route;
                }
            }
        }

        return null;
    }
}
