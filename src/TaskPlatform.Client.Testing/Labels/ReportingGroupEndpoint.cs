using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;
using static TaskPlatform.Client.Testing.Wire.FieldRules;

namespace TaskPlatform.Client.Testing.Labels;

/// <summary><c>…/reporting-groups</c>, the newest first. A run that names a group nobody made makes it.</summary>
internal sealed class ReportingGroupEndpoint(PlatformState state)
{
    private static readonly Dictionary<string, FieldRule> Rules = new(StringComparer.Ordinal) { ["name"] = Name, ["description"] = OrNull(Text(500)) };
    private static readonly Dictionary<string, FieldRule> UpdateRules = new(Rules, StringComparer.Ordinal) { ["name"] = OrNull(Name) };

    public HttpResponseMessage List(Exchange call)
    {
        Guid project = state.Project(call);
        var issues = new IssueList();
        PageRequest page = PageRequest.Read(call.Query(), issues);
        issues.ThrowIfAny();
        return page.Of(state.Labels.Groups(project).OrderByDescending(group => Json.Text(group["id"]), StringComparer.Ordinal).Select(group => (JsonObject)group.DeepClone()));
    }

    public HttpResponseMessage Get(Exchange call) => Answer.Json(HttpStatusCode.OK, Find(call).DeepClone());

    public HttpResponseMessage Create(Exchange call)
    {
        Guid project = state.Project(call);
        JsonObject body = Checked(call, Entry(["name"], Rules));
        string name = Json.Text(body["name"])!;
        RefuseTaken(name, project);
        _ = state.Labels.Group(project, name);
        JsonObject group = state.Labels.Groups(project).Single(one => Json.Text(one["name"]) == name);
        group["description"] = body["description"]?.DeepClone();
        return Answer.Json(HttpStatusCode.Created, group.DeepClone());
    }

    public HttpResponseMessage Update(Exchange call)
    {
        JsonObject group = Find(call);
        JsonObject body = Checked(call, Entry([], UpdateRules));
        Guid project = state.Project(call);
        if (Json.Text(body["name"]) is { } name && name != Json.Text(group["name"]))
        {
            RefuseTaken(name, project);
            state.Labels.RenameGroup(project, group, name);
        }

        if (body.ContainsKey("description"))
        {
            group["description"] = body["description"]?.DeepClone();
        }

        group["modified"] = state.Clock.Stamp();
        return Answer.Json(HttpStatusCode.OK, group.DeepClone());
    }

    public HttpResponseMessage Delete(Exchange call)
    {
        state.Labels.DeleteGroup(state.Project(call), Json.Text(Find(call)["name"])!);
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    private JsonObject Find(Exchange call)
    {
        Guid project = state.Project(call);
        Guid id = call.Id("reporting_group_id");
        return state.Labels.Groups(project).FirstOrDefault(group => Json.Id(group["id"]) == id) ?? throw Refusal.Text(HttpStatusCode.NotFound, "Reporting group not found");
    }

    private void RefuseTaken(string name, Guid project)
    {
        if (state.Labels.Groups(project).Any(group => Json.Text(group["name"]) == name))
        {
            throw Refusal.Text(HttpStatusCode.Conflict, "A reporting group with this name exists already.");
        }
    }

    private static JsonObject Checked(Exchange call, FieldRule rule)
    {
        JsonObject body = call.Body();
        var issues = new IssueList();
        rule(body, Location.Body, issues);
        issues.ThrowIfAny();
        return body;
    }

    private static void Name(JsonNode? value, Location at, IssueList issues)
    {
        Text(64)(value, at, issues);
        if (Json.Text(value) is "")
        {
            issues.Add(at, "string_too_short", "String should have at least 1 character", value, new JsonObject { ["min_length"] = 1 });
        }
    }
}
