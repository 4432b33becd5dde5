using System.Text.Json;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>A run as it was asked for, checked as far as that goes without knowing the revision.</summary>
internal sealed record RunRequest(JsonObject Body, JsonObject Inputs, List<FakeFile> Files, string? Reference, RunQuery Query)
{
    public static RunRequest Read(Exchange call)
    {
        var issues = new IssueList();
        JsonObject body = call.Body();
        RunQuery query = RunQuery.Read(call, issues);
        JsonObject? inputs = body["task_input"] as JsonObject;
        if (!body.ContainsKey("task_input"))
        {
            issues.Missing(Location.Body["task_input"]);
        }
        else if (inputs is null)
        {
            FieldRules.Map(body["task_input"], Location.Body["task_input"], issues);
        }

        List<FakeFile> files = ReadFiles(body, issues);
        if (body.ContainsKey("task_reference"))
        {
            FieldRules.Text(64)(body["task_reference"], Location.Body["task_reference"], issues);
        }

        issues.ThrowIfAny();
        return new RunRequest(body, inputs!, files, Json.Text(body["task_reference"]), query);
    }

    private static List<FakeFile> ReadFiles(JsonObject body, IssueList issues)
    {
        var files = new List<FakeFile>();
        if (!body.ContainsKey("task_files"))
        {
            return files;
        }

        FieldRules.List((item, at, found) =>
        {
            FieldRules.Entry(["filename", "content"], [])(item, at, found);
            string name = Json.Text((item as JsonObject)?["filename"]) ?? "";
            if (name.Length == 0)
            {
                found.Add(at["filename"], "string_too_short", "String should have at least 1 character", null);
            }
            else if (Content((item as JsonObject)?["content"]) is { } bytes)
            {
                files.Add(new FakeFile(name, bytes));
            }
            else
            {
                found.Add(at["content"], "base64_decode", "Base64 decoding error", null);
            }
        })(body["task_files"], Location.Body["task_files"], issues);
        return files;
    }

    // The element decodes without first making a string the size of the file.
    private static byte[]? Content(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out JsonElement element)
        && element.ValueKind is JsonValueKind.String && element.TryGetBytesFromBase64(out byte[]? bytes)
            ? bytes
            : null;
}
