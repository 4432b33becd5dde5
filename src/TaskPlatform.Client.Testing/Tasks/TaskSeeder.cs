using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary>Puts the tasks a test defines on the platform, with the same checks an update goes through.</summary>
internal static class TaskSeeder
{
    public static FakeTask Add(PlatformState state, string name, FakeTaskDefinition definition, Guid projectId)
    {
        JsonObject update = Update(state, definition);
        update["name"] = name;
        TaskUpdateRules.Check(update);

        Guid id = state.Ids.Next();
        string now = state.Clock.Stamp();
        var task = new FakeTask(state, projectId, new JsonObject
        {
            ["id"] = id.ToString(),
            ["project_id"] = projectId.ToString(),
            ["name"] = name,
            ["description"] = definition.Description,
            ["enabled"] = definition.Enabled,
            ["public"] = false,
            ["exposed_to_agents"] = false,
            ["shared_with_project"] = false,
            ["output_modality"] = definition.Modality,
            ["task_run_visibility"] = "owner_only",
            ["created"] = now,
            ["modified"] = now,
            ["deleted"] = null,
            ["access_token"] = state.Ids.Secret("fake_tt_"),
            ["active_revisions"] = null,
            ["cloned_from_task_revision_id"] = null,
            ["tags"] = new JsonArray(),
        });
        FakeTaskRevision first = task.AddRevision(update);
        task.Activate(new() { [first.Id] = 1.0 });
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
