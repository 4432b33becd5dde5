using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Testing;

/// <summary>What a fake platform answered.</summary>
internal sealed record WireAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is a JSON null.");

    /// <summary><c>reason</c> of the wrapped form.</summary>
    public string? Reason => (string?)Json["detail"]?["reason"];

    /// <summary>Each entry of a 422 as <c>loc type</c>, such as <c>body.task_input missing</c>.</summary>
    public IEnumerable<string> Issues => Json["detail"]!.AsArray()
        .Select(issue => $"{string.Join('.', issue!["loc"]!.AsArray().Select(part => part!.ToString()))} {issue["type"]}");
}
