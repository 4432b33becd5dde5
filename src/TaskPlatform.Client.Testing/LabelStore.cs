using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>Tags, models and reporting groups: the small things that others name. Used under the platform's lock only.</summary>
internal sealed class LabelStore(PlatformState state)
{
    private readonly Dictionary<Guid, JsonObject> tags = [];
    private readonly Dictionary<Guid, JsonObject> models = [];
    private readonly Dictionary<(Guid Project, string Name), JsonObject> groups = [];

    public IEnumerable<JsonObject> AllTags => tags.Values;

    public Guid AddTag(string name, string entityType) => AddTag(name, entityType, state.Home.Project);

    public Guid AddTag(string name, string entityType, Guid project)
    {
        foreach (KeyValuePair<Guid, JsonObject> tag in tags)
        {
            if (Json.Text(tag.Value["name"]) == name && Json.Text(tag.Value["entity_type"]) == entityType && Json.Id(tag.Value["project_id"]) == project)
            {
                return tag.Key;
            }
        }

        Guid id = state.Ids.Next();
        tags[id] = NewTag(id, name, entityType, project);
        return id;
    }

    public JsonObject? Tag(Guid id) => tags.GetValueOrDefault(id);

    public void DeleteTag(Guid id) => tags.Remove(id);

    public Guid AddModel(string name, JsonObject? fields = null)
    {
        Guid id = state.Ids.Next();
        models[id] = ModelDocument.Build(id, name, fields);
        return id;
    }

    /// <summary>All models that were added, in that order.</summary>
    public IEnumerable<JsonObject> Models => models.Values;

    /// <summary>The tag objects answers carry in place of the ids that were sent. A UUID nobody added is taken for a tag made elsewhere.</summary>
    public JsonArray Tags(JsonArray ids, string entityType) => Json.List(ids.Select(node =>
    {
        Guid id = Json.Id(node) ?? throw Refusal.Text(HttpStatusCode.NotFound, "Tag not found");
        return (tags.GetValueOrDefault(id) ?? NewTag(id, $"tag{id:N}"[..15], entityType, state.Home.Project)).DeepClone();
    }));

    public string ModelName(Guid id) => Json.Text(models.GetValueOrDefault(id)?["name"]) ?? $"model-{id:N}"[..14];

    /// <summary>A model as a revision shows it, with half of its fields.</summary>
    public JsonObject? Model(Guid? id) => id is { } known
        ? ModelDocument.Short(models.GetValueOrDefault(known) ?? ModelDocument.Build(known, ModelName(known), fields: null))
        : null;

    public JsonObject Group(Guid project, string name)
    {
        if (!groups.TryGetValue((project, name), out JsonObject? group))
        {
            string now = state.Clock.Stamp();
            group = new JsonObject
            {
                ["id"] = state.Ids.Next().ToString(),
                ["project_id"] = project.ToString(),
                ["name"] = name,
                ["description"] = null,
                ["created"] = now,
                ["modified"] = now,
            };
            groups[(project, name)] = group;
        }

        return (JsonObject)group.DeepClone();
    }

    public IEnumerable<JsonObject> Groups(Guid project) => groups.Where(group => group.Key.Project == project).Select(group => group.Value);

    public void RenameGroup(Guid project, JsonObject group, string name)
    {
        DeleteGroup(project, Json.Text(group["name"])!);
        group["name"] = name;
        groups[(project, name)] = group;
    }

    public void DeleteGroup(Guid project, string name) => groups.Remove((project, name));

    private JsonObject NewTag(Guid id, string name, string entityType, Guid project) => new()
    {
        ["id"] = id.ToString(),
        ["name"] = name,
        ["description"] = null,
        ["parent_id"] = null,
        ["entity_type"] = entityType,
        ["project_id"] = project.ToString(),
        ["created_at"] = state.Clock.Stamp(),
        ["children"] = new JsonArray(),
        ["is_project_tag"] = true,
        ["is_global_tag"] = false,
    };
}
