using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Labels;

/// <summary>The things of a project that carry tags: tasks, their revisions, the revisions of agents. Shares and skills are not on this platform.</summary>
internal sealed class TaggedThings(PlatformState state)
{
    public JsonObject? Find(Guid project, string kind, Guid id) => All(project, kind).FirstOrDefault(thing => Json.Id(thing["id"]) == id);

    /// <summary>All things that carry a tag.</summary>
    public IEnumerable<JsonObject> Carrying(Guid project, string kind, Guid tag) => All(project, kind).Where(thing => Place(thing, tag) >= 0);

    /// <summary>Puts a tag on a thing, in place of an older form of itself.</summary>
    public static void Put(JsonObject thing, Guid id, JsonObject tag)
    {
        var tags = thing["tags"] as JsonArray;
        if (tags is null)
        {
            thing["tags"] = tags = [];
        }

        if (Place(thing, id) is >= 0 and var at)
        {
            tags[at] = tag.DeepClone();
        }
        else
        {
            tags.Add(tag.DeepClone());
        }
    }

    public static void Take(JsonObject thing, Guid tag)
    {
        if (Place(thing, tag) is >= 0 and var at)
        {
            thing["tags"]!.AsArray().RemoveAt(at);
        }
    }

    private IEnumerable<JsonObject> All(Guid project, string kind) => kind switch
    {
        "task" => state.Tasks.Values.Where(task => task.ProjectId == project).Select(task => task.Root),
        "task_revision" => state.Tasks.Values.Where(task => task.ProjectId == project).SelectMany(task => task.RevisionList).Select(revision => revision.Document),
        "task_agent_revision" => state.Agents.Values.Where(agent => agent.ProjectId == project).SelectMany(agent => agent.RevisionList).Select(revision => revision.Document),
        _ => [],
    };

    private static int Place(JsonObject thing, Guid tag) =>
        (thing["tags"] as JsonArray)?.ToList().FindIndex(one => Json.Id(one?["id"]) == tag) ?? -1;
}
