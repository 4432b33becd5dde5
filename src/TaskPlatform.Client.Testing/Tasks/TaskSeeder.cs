using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary>Puts the tasks a test defines on the platform, with the same checks an update goes through.</summary>
internal static class TaskSeeder
{
    public static FakeTask Add(PlatformState state, string name, FakeTaskDefinition definition, Guid projectId)
    {
        JsonObject body = Update(state, definition);
        body["name"] = name;
        body["description"] = definition.Description;
        body["enabled"] = definition.Enabled;
        body["output_modality"] = definition.Modality;
        TaskUpdateRules.Check(body);
        return Keep(state, projectId, body);
    }

    /// <summary>Keeps a task that was checked, with its first revision, which is live unless it is a trial.</summary>
    public static FakeTask Keep(PlatformState state, Guid projectId, JsonObject body)
    {
        JsonArray tags = body["tags"] is JsonArray ids ? state.Labels.Tags(ids, "task") : [];
        Guid id = state.Ids.Next();
        string now = state.Clock.Stamp();
        var task = new FakeTask(state, projectId, new JsonObject
        {
            ["id"] = id.ToString(),
            ["project_id"] = projectId.ToString(),
            ["name"] = body["name"]!.DeepClone(),
            ["description"] = body["description"]?.DeepClone(),
            ["enabled"] = body["enabled"]!.DeepClone(),
            ["public"] = Json.Flag(body["public"]),
            ["exposed_to_agents"] = Json.Flag(body["exposed_to_agents"]),
            ["shared_with_project"] = false,
            ["output_modality"] = Json.Text(body["output_modality"]) ?? "json",
            ["task_run_visibility"] = Json.Text(body["task_run_visibility"]) ?? "owner_only",
            ["created"] = now,
            ["modified"] = now,
            ["deleted"] = null,
            ["access_token"] = state.Ids.Secret("fake_tt_"),
            ["active_revisions"] = null,
            ["cloned_from_task_revision_id"] = null,
            ["tags"] = tags,
        });
        FakeTaskRevision first = task.AddRevision(body);
        task.Activate(Json.Flag(first.Document["test"]) ? [] : new() { [first.Id] = 1.0 });
        state.Bearers.AddTaskToken(task.AccessToken, id);
        state.Tasks[id] = task;
        return task;
    }

    /// <summary>The body of the update that would say what a definition says.</summary>
    public static JsonObject Update(PlatformState state, FakeRevisionDefinition definition)
    {
        var update = (JsonObject)definition.Fields.DeepClone();
        if (definition.Tags.Count > 0)
        {
            update["revision_tags"] = Json.List(definition.Tags.Select(tag => (JsonNode?)state.Labels.AddTag(tag, "task_revision").ToString()));
        }

        if (definition is FakeTaskDefinition task)
        {
            update["llm_model_id"] ??= state.ModelId.ToString();
            if (task.Modality == "json")
            {
                update["output_format"] ??= new JsonObject { ["answer"] = "str" };
            }
        }

        TaskUpdateRules.Check(update);
        return update;
    }
}
