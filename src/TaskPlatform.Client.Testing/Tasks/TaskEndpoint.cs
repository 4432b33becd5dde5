using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary>
/// <c>POST …/task</c>: a task is made, its first revision live at once. <c>POST …/task/{task_id}</c>: root keys change in place, revision keys make one new revision that is not live, <c>active_revisions</c> makes revisions live.
/// </summary>
internal sealed class TaskEndpoint(PlatformState state)
{
    // Keys that are never empty in an answer: null leaves them as they are.
    private static readonly string[] FirmKeys = ["name", "enabled", "exposed_to_agents", "task_run_visibility"];

    public HttpResponseMessage Create(Exchange call)
    {
        Guid project = state.Project(call);
        JsonObject body = call.Body();
        TaskCreateRules.Check(body);
        RefuseTakenName(project, body, except: null);
        return Answer.Json(HttpStatusCode.OK, TaskSeeder.Keep(state, project, body).ToJson());
    }

    public HttpResponseMessage Update(Exchange call)
    {
        FakeTask task = state.Task(call);
        JsonObject update = call.Body();
        TaskUpdateRules.Check(update);
        RefuseTakenName(task.ProjectId, update, task);
        Dictionary<Guid, double>? weights = Weights(task, update);
        JsonArray? tags = update["tags"] is JsonArray ids ? state.Labels.Tags(ids, "task") : null;

        // Everything was checked: from here on nothing is refused, so that an update is made whole or not at all.
        FakeTaskRevision? made = RevisionDocument.IsChangedBy(update) ? task.AddRevision(update) : null;
        foreach (string key in FirmKeys.Where(key => update[key] is not null))
        {
            task.Root[key] = update[key]!.DeepClone();
        }

        if (update.ContainsKey("description"))
        {
            task.Root["description"] = update["description"]?.DeepClone();
        }

        if (update.ContainsKey("tags"))
        {
            task.Root["tags"] = tags ?? [];
        }

        if (weights is not null)
        {
            task.Activate(weights);
        }

        task.Root["modified"] = state.Clock.Stamp();
        return RevisionHeaders.On(Answer.Json(HttpStatusCode.OK, task.ToJson()), made?.Id);
    }

    private static Dictionary<Guid, double>? Weights(FakeTask task, JsonObject update)
    {
        if (!update.ContainsKey("active_revisions"))
        {
            return null;
        }

        var weights = new Dictionary<Guid, double>();
        foreach (JsonNode? item in update["active_revisions"] as JsonArray ?? [])
        {
            Guid id = Json.Id(item!["task_revision_id"])!.Value;
            FakeTaskRevision revision = task.Revision(id) ?? throw Refusal.NoRevision("TASK_REVISION_NOT_FOUND", id);
            if (Json.Flag(revision.Document["test"]))
            {
                throw Refusal.Text(HttpStatusCode.UnprocessableEntity, "A test revision cannot be activated.");
            }

            weights[id] = Json.Number(item["weight"]) ?? 1;
        }

        return weights;
    }

    private void RefuseTakenName(Guid project, JsonObject body, FakeTask? except)
    {
        if (Json.Text(body["name"]) is { } name
            && state.Tasks.Values.Any(other => other != except && other.ProjectId == project && other.Name == name))
        {
            throw Refusal.Because(HttpStatusCode.BadRequest, "duplicate_task_name", "A task with this name exists already.");
        }
    }
}
