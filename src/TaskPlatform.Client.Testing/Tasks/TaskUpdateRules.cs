using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TaskPlatform.Client.Testing.Wire;
using static TaskPlatform.Client.Testing.Wire.FieldRules;

namespace TaskPlatform.Client.Testing.Tasks;

/// <summary>What each key of a task update may hold. A key that is not here is newer than this platform and is let through.</summary>
internal static partial class TaskUpdateRules
{
    private static readonly FieldRule AnyText = Text();

    private static readonly Dictionary<string, FieldRule> Rules = new(StringComparer.Ordinal)
    {
        ["name"] = OrNull(Name),
        ["description"] = OrNull(AnyText),
        ["enabled"] = OrNull(Flag),
        ["exposed_to_agents"] = OrNull(Flag),
        ["task_run_visibility"] = OrNull(Word("owner_only", "editors_and_owners", "all_viewers")),
        ["active_revisions"] = OrNull(ActiveRevisions),
        ["tags"] = OrNull(List(AnyText)),
        ["revision_tags"] = OrNull(List(AnyText)),
        ["system_prompt"] = OrNull(AnyText),
        ["user_prompt"] = OrNull(AnyText),
        ["llm_model_id"] = OrNull(Id),
        ["llm_config"] = OrNull(Map),
        ["output_format"] = OrNull(OutputFormat),
        ["task_forwarder_id"] = OrNull(Id),
        ["rag"] = OrNull(Entry(["collection_id"], new(StringComparer.Ordinal) { ["collection_id"] = Id, ["rag_config"] = OrNull(RagConfig) })),
        ["file_input_mode"] = OrNull(Word("none", "image", "pdf", "image_or_pdf", "any")),
        ["annotation"] = OrNull(Text(255)),
        ["test"] = Flag,
        ["input_processors"] = List(Entry(
            ["param_name", "input_processor"],
            new(StringComparer.Ordinal) { ["param_name"] = AnyText, ["input_processor"] = AnyText, ["config"] = OrNull(Map) })),
        ["optimise_images"] = OrNull(Flag),
        ["fallback_llm_model_id"] = OrNull(Id),
        ["fallback_llm_config"] = OrNull(Map),
        ["tool_choice"] = OrNull(AnyText),
        ["task_mcp_tool_ids"] = OrNull(List(AnyText)),
        ["integration_tool_ids"] = OrNull(List(Id)),
    };

    public static void Check(JsonObject update)
    {
        var issues = new IssueList();
        Check(update, issues);
        issues.ThrowIfAny();
    }

    public static void Check(JsonObject fields, IssueList issues) => Keys(fields, Rules, Location.Body, issues);

    private static void Name(JsonNode? value, Location at, IssueList issues)
    {
        Text(63)(value, at, issues);
        if (Json.Text(value) is { } name && !NamePattern().IsMatch(name))
        {
            const string Pattern = @"^[a-zA-Z0-9\- ]+$";
            issues.Add(at, "string_pattern_mismatch", $"String should match pattern '{Pattern}'", value, new JsonObject { ["pattern"] = Pattern });
        }
    }

    private static void ActiveRevisions(JsonNode? value, Location at, IssueList issues)
    {
        List(Entry(["task_revision_id"], new(StringComparer.Ordinal) { ["task_revision_id"] = Id, ["weight"] = OrNull(Between(0, 1)) }))(value, at, issues);
        if (issues.Any || value is not JsonArray { Count: > 0 } list)
        {
            return;
        }

        if (Math.Abs(list.Sum(item => Json.Number(item!["weight"]) ?? 1) - 1) > 1e-6)
        {
            issues.Add(at, "value_error", "Value error, weights must add up to 1.0", value);
        }

        if (list.DistinctBy(item => Json.Id(item!["task_revision_id"])).Count() != list.Count)
        {
            issues.Add(at, "value_error", "Value error, a revision is named twice", value);
        }
    }

    private static void RagConfig(JsonNode? value, Location at, IssueList issues) => Entry([], new(StringComparer.Ordinal)
    {
        ["rewrite_mode"] = Word("none", "single_query", "multi_query"),
        ["candidate_k"] = Whole(1, 50),
        ["final_k"] = Whole(1, 20),
        ["include_sources"] = Flag,
        ["max_context_tokens"] = Whole(256, 16000),
        ["max_context_chunks"] = Whole(1, 20),
        ["context_instruction"] = OrNull(Text(500)),
    })(value, at, issues);

    private static void OutputFormat(JsonNode? value, Location at, IssueList issues)
    {
        Map(value, at, issues);
        foreach (KeyValuePair<string, JsonNode?> field in value as JsonObject ?? [])
        {
            if (!FieldNamePattern().IsMatch(field.Key))
            {
                issues.Add(at[field.Key], "value_error", "Value error, not a usable field name", field.Value);
            }

            OutputField(field.Value, at[field.Key], issues);
        }
    }

    private static void OutputField(JsonNode? value, Location at, IssueList issues)
    {
        FieldRule type = Word("str", "string", "boolean", "bool", "int", "integer", "number", "list", "object");
        FieldRule rule = value is JsonObject
            ? Entry(["type"], new(StringComparer.Ordinal)
            {
                ["type"] = type,
                ["description"] = OrNull(AnyText),
                ["options"] = OrNull(List(AnyText)),
                ["item_type"] = OrNull(type),
                ["nested_structure"] = OrNull(OutputFormat),
            })
            : type;
        rule(value, at, issues);
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9\- ]+\z", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FieldNamePattern();
}
