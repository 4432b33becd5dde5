using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>Which revision a run goes to: the one named by id, else the newest with the tag, else one of the live ones by weight.</summary>
internal static class RevisionChoice
{
    public static FakeTaskRevision Choose(FakeTask task, RunQuery query, Random random)
    {
        if (query.RevisionId is { } id)
        {
            return task.Revision(id) ?? throw Refusal.NoRevision("TASK_REVISION_NOT_FOUND", id);
        }

        return query.RevisionTag is { } tag ? ByTag(task, tag) : ByWeight(task, random);
    }

    private static FakeTaskRevision ByTag(FakeTask task, string tag) =>
        task.RevisionList.FindLast(revision => (revision.Document["tags"] as JsonArray ?? []).Any(item => Json.Text(item?["name"]) == tag))
        ?? throw Refusal.Because(HttpStatusCode.NotFound, "TASK_REVISION_NOT_FOUND", "No revision carries this tag.", new JsonObject { ["tag"] = tag });

    private static FakeTaskRevision ByWeight(FakeTask task, Random random)
    {
        double drawn = random.NextDouble() * task.Weights.Values.Sum();
        foreach ((Guid id, double weight) in task.Weights)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return task.Revision(id)!;
            }
        }

        throw Refusal.Because(HttpStatusCode.BadRequest, "NO_ACTIVE_REVISION", "The task has no live revision.");
    }
}
