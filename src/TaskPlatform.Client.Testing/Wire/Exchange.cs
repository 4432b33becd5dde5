using System.Text.Json;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Authentication;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>One call on its way through an endpoint: what was received, the values of its path, and who calls.</summary>
internal sealed class Exchange(FakeRequest request, IReadOnlyDictionary<string, string> path, Caller caller)
{
    public FakeRequest Request => request;

    public Caller Caller => caller;

    public string Segment(string name) => path[name];

    public Guid Id(string name) => Guid.TryParseExact(path[name], "D", out Guid id) ? id : throw Refusal.MalformedId(name, path[name]);

    public IReadOnlyDictionary<string, string> Query() => Form.Parse(request.Query.TrimStart('?'));

    public JsonObject Body()
    {
        var issues = new IssueList();
        JsonNode? body = null;
        try
        {
            body = IsJson() ? request.ReadJson() : null;

            Touch(body);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            issues.Add(Location.Body, "json_invalid", "JSON decode error", null);
            issues.ThrowIfAny();
        }

        if (body is JsonObject map)
        {
            return map;
        }

        if (request.Body.IsEmpty)
        {
            issues.Missing(Location.Body);
        }
        else
        {
            issues.Add(Location.Body, "model_attributes_type", "Input should be a valid dictionary or object to extract fields from", null);
        }

        issues.ThrowIfAny();
        throw new InvalidOperationException("Unreachable: an issue was added.");
    }

    // A tree looks at its keys only when asked, and only then finds one that stands twice.
    private static void Touch(JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject map => map.Select(field => field.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (JsonNode? child in children)
        {
            Touch(child);
        }
    }

    private bool IsJson() =>
        request.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is true;
}
