using TaskPlatform.Client.Trimmed.Shapes;

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Calls what has no method, as JSON and by types of the program's own.</summary>
internal static class CallByPath
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        RawAnswer page = await client.SendAsync(HttpMethod.Get, "task?page_limit=1", cancellationToken: cancellationToken);
        Check.Same("the page", page.Body.GetProperty("results").GetArrayLength(), 1);

        RawAnswer made = await client.SendAsync(HttpMethod.Post, "reporting-groups", new JsonObject { ["name"] = "by path" }, cancellationToken);
        string path = $"reporting-groups/{made.Body.GetProperty("id")}";
        RawAnswer<Line> read = await client.SendAsync(HttpMethod.Get, path, ShapeJson.Default.Line, cancellationToken);
        Check.Same("the group as a type", read.Value?.Name, "by path");
        RawAnswer<Line> changed = await client.SendAsync(HttpMethod.Post, path, new Line("by type", []), ShapeJson.Default.Line, ShapeJson.Default.Line, cancellationToken);
        Check.Same("the group as a type was sent", changed.Value?.Name, "by type");
        Check.Same("a deletion's answer", (await client.SendAsync(HttpMethod.Delete, path, cancellationToken: cancellationToken)).Body.ValueKind, System.Text.Json.JsonValueKind.Null);
        await Check.FailsAsync<ArgumentException>("a path out of the project", () => client.SendAsync(HttpMethod.Get, "%2e%2e/whoami", cancellationToken: cancellationToken));
    }
}
