using System.Text.Json;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Reads the list of field errors of a 422. Its <c>input</c> and <c>ctx</c> repeat what was sent, so they are left.</summary>
internal static class ErrorIssues
{
    internal static IReadOnlyList<ValidationIssue> Read(JsonElement list)
    {
        var issues = new List<ValidationIssue>(list.GetArrayLength());
        foreach (JsonElement item in list.EnumerateArray())
        {
            issues.Add(item.ValueKind == JsonValueKind.Object
                ? new ValidationIssue(Location(item), Text(item, "msg"), Text(item, "type"))
                : new ValidationIssue("", item.Text() ?? "", ""));
        }

        return issues;
    }

    private static string Location(JsonElement item)
    {
        if (!item.TryGetProperty("loc", out JsonElement location))
        {
            return "";
        }

        return location.ValueKind == JsonValueKind.Array
            ? string.Join('.', location.EnumerateArray().Select(static part => part.Text() ?? part.GetRawText()))
            : location.Text() ?? "";
    }

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) ? value.Text() ?? "" : "";
}
