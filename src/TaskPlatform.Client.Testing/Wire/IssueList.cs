using System.Net;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Gathers what is wrong with one request, so that a single 422 names all of it.</summary>
internal sealed class IssueList
{
    private readonly List<JsonNode?> issues = [];

    public bool Any => issues.Count > 0;

    public void Add(Location at, string type, string message, JsonNode? input, JsonObject? context = null)
    {
        var issue = new JsonObject { ["loc"] = at.ToJson(), ["msg"] = message, ["type"] = type, ["input"] = input?.DeepClone() };
        if (context is not null)
        {
            issue["ctx"] = context;
        }

        issues.Add(issue);
    }

    public void Missing(Location at) =>
        issues.Add(new JsonObject { ["loc"] = at.ToJson(), ["msg"] = "Field required", ["type"] = "missing" });

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new Refusal(HttpStatusCode.UnprocessableEntity, new JsonObject { ["detail"] = Json.List(issues) });
        }
    }
}
