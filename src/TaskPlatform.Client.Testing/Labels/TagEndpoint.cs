using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Labels;

/// <summary><c>…/{entity_type}/tag</c> and what lies below it, and <c>DELETE …/tags/{tag_id}</c>. A tag below another is shown inside it.</summary>
internal sealed class TagEndpoint(PlatformState state)
{
    private readonly TaggedThings things = new(state);

    public HttpResponseMessage List(Exchange call)
    {
        (Guid project, string kind) = Place(call);
        var issues = new IssueList();
        PageRequest page = PageRequest.Read(call.Query(), issues);
        issues.ThrowIfAny();
        return page.Of(Below(null, project, kind).Select(Show));
    }

    public HttpResponseMessage Get(Exchange call) => Shown(Find(call));

    public HttpResponseMessage Create(Exchange call)
    {
        (Guid project, string kind) = Place(call);
        JsonObject body = call.Body();
        TagRules.CheckNew(body);
        string name = Json.Text(body["name"])!;
        RefuseTaken(name, project, kind, except: null);
        Guid? parent = Parent(body, project, kind, below: null);
        JsonObject tag = state.Labels.Tag(state.Labels.AddTag(name, kind, project))!;
        tag["description"] = body["description"]?.DeepClone();
        tag["parent_id"] = parent?.ToString();
        return Shown(tag);
    }

    public HttpResponseMessage Update(Exchange call)
    {
        JsonObject tag = Find(call);
        JsonObject body = call.Body();
        TagRules.CheckUpdate(body);
        (Guid project, string kind) = Place(call);
        Guid id = call.Id("tag_id");
        if (Json.Text(body["name"]) is { } name)
        {
            RefuseTaken(name, project, kind, except: id);
        }

        Guid? parent = Parent(body, project, kind, below: id);
        tag["name"] = body["name"]?.DeepClone() ?? tag["name"]!.DeepClone();
        if (body.ContainsKey("description"))
        {
            tag["description"] = body["description"]?.DeepClone();
        }

        if (body.ContainsKey("parent_id"))
        {
            tag["parent_id"] = parent?.ToString();
        }

        foreach (JsonObject thing in things.Carrying(project, kind, id).ToArray())
        {
            TaggedThings.Put(thing, id, tag);
        }

        return Shown(tag);
    }

    public HttpResponseMessage Add(Exchange call) => Change(call, TaggedThings.Put);

    public HttpResponseMessage Remove(Exchange call) => Change(call, static (thing, id, _) => TaggedThings.Take(thing, id));

    public HttpResponseMessage Delete(Exchange call)
    {
        Guid project = state.Project(call);
        Guid id = call.Id("tag_id");
        string kind = Json.Text(Find(id, project, kind: null)["entity_type"])!;
        foreach (JsonObject thing in things.Carrying(project, kind, id).ToArray())
        {
            TaggedThings.Take(thing, id);
        }

        foreach (JsonObject child in Below(id, project, kind).ToArray())
        {
            child["parent_id"] = null;
        }

        state.Labels.DeleteTag(id);
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    private HttpResponseMessage Change(Exchange call, Action<JsonObject, Guid, JsonObject> change)
    {
        JsonObject tag = Find(call);
        JsonObject body = call.Body();
        TagRules.CheckEntities(body);
        (Guid project, string kind) = Place(call);
        JsonObject[] found = [.. body["entities"]!.AsArray().Select(id => things.Find(project, kind, Json.Id(id)!.Value) ?? throw Refusal.Text(HttpStatusCode.NotFound, "Entity not found"))];
        foreach (JsonObject thing in found)
        {
            change(thing, call.Id("tag_id"), tag);
        }

        return Shown(tag);
    }

    private (Guid Project, string Kind) Place(Exchange call) =>
        call.Segment("entity_type") is var kind && TagRules.Kinds.Contains(kind, StringComparer.Ordinal)
            ? (state.Project(call), kind)
            : throw Refusal.Text(HttpStatusCode.UnprocessableEntity, "Unknown entity type");

    private JsonObject Find(Exchange call) => Place(call) is var (project, kind) ? Find(call.Id("tag_id"), project, kind) : throw new InvalidOperationException("Unreachable.");

    private JsonObject Find(Guid id, Guid project, string? kind) =>
        state.Labels.Tag(id) is { } tag && Json.Id(tag["project_id"]) == project && (kind is null || Json.Text(tag["entity_type"]) == kind)
            ? tag
            : throw Refusal.Text(HttpStatusCode.NotFound, "Tag not found");

    private IEnumerable<JsonObject> Below(Guid? parent, Guid project, string kind) =>
        state.Labels.AllTags.Where(tag => Json.Id(tag["project_id"]) == project && Json.Text(tag["entity_type"]) == kind && Json.Id(tag["parent_id"]) == parent);

    private void RefuseTaken(string name, Guid project, string kind, Guid? except)
    {
        if (state.Labels.AllTags.Any(tag => Json.Text(tag["name"]) == name && Json.Text(tag["entity_type"]) == kind && Json.Id(tag["project_id"]) == project && Json.Id(tag["id"]) != except))
        {
            throw Refusal.Text(HttpStatusCode.Conflict, "A tag with this name exists already.");
        }
    }

    private Guid? Parent(JsonObject body, Guid project, string kind, Guid? below)
    {
        Guid? named = Json.Id(body["parent_id"]);
        for (Guid? above = named; above is { } id; above = Json.Id(Find(id, project, kind)["parent_id"]))
        {
            if (id == below)
            {
                throw Refusal.Text(HttpStatusCode.BadRequest, "A tag cannot lie below itself.");
            }
        }

        return named;
    }

    private HttpResponseMessage Shown(JsonObject tag) => Answer.Json(HttpStatusCode.OK, Show(tag));

    private JsonObject Show(JsonObject tag)
    {
        var shown = (JsonObject)tag.DeepClone();
        (Guid id, Guid project, string kind) = (Json.Id(tag["id"])!.Value, Json.Id(tag["project_id"])!.Value, Json.Text(tag["entity_type"])!);
        shown["children"] = Json.List(Below(id, project, kind).Select(Show));
        shown["tagged_entities"] = Json.List(things.Carrying(project, kind, id).Select(thing => thing["id"]!.DeepClone()));
        return shown;
    }
}
