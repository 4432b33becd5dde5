using System.Text;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;
using static TaskPlatform.Client.Testing.Wire.FieldRules;

namespace TaskPlatform.Client.Testing.Labels;

/// <summary>What each key of a tag may hold, and which kinds of things there are tags for.</summary>
internal static class TagRules
{
    public static readonly string[] Kinds = ["task", "task_revision", "task_share", "skill", "task_agent_revision", "task_agent_share"];

    private static readonly Dictionary<string, FieldRule> Rules = new(StringComparer.Ordinal)
    {
        ["name"] = Name,
        ["description"] = OrNull(Text(1000)),
        ["parent_id"] = OrNull(Id),
    };

    private static readonly Dictionary<string, FieldRule> UpdateRules = new(Rules, StringComparer.Ordinal) { ["name"] = OrNull(Name) };

    public static void CheckNew(JsonObject tag) => Check(tag, Entry(["name"], Rules));

    public static void CheckUpdate(JsonObject update) => Check(update, Entry([], UpdateRules));

    public static void CheckEntities(JsonObject body) => Check(body, Entry(["entities"], new(StringComparer.Ordinal) { ["entities"] = List(Id) }));

    private static void Check(JsonObject body, FieldRule rule)
    {
        var issues = new IssueList();
        rule(body, Location.Body, issues);
        issues.ThrowIfAny();
    }

    private static void Name(JsonNode? value, Location at, IssueList issues)
    {
        Text(15)(value, at, issues);
        if (Json.Text(value) is { } name && (name.Length == 0 || !name.EnumerateRunes().All(Rune.IsLetterOrDigit)))
        {
            issues.Add(at, "value_error", "Value error, a name has letters and digits only", value);
        }
    }
}
