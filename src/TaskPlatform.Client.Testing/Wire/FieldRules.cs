using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>The rules requests are held against, with the messages the service's framework gives.</summary>
internal static class FieldRules
{
    public static readonly FieldRule Flag = (value, at, issues) =>
    {
        if (Json.Kind(value) is not (JsonValueKind.True or JsonValueKind.False))
        {
            issues.Add(at, "bool_type", "Input should be a valid boolean", value);
        }
    };

    public static readonly FieldRule Id = (value, at, issues) =>
    {
        if (Json.Id(value) is null)
        {
            issues.Add(at, "uuid_parsing", "Input should be a valid UUID", value);
        }
    };

    public static readonly FieldRule Map = (value, at, issues) =>
    {
        if (value is not JsonObject)
        {
            issues.Add(at, "dict_type", "Input should be a valid dictionary", value);
        }
    };

    public static FieldRule OrNull(FieldRule rule) => (value, at, issues) =>
    {
        if (value is not null)
        {
            rule(value, at, issues);
        }
    };

    public static FieldRule Text(int maxLength = int.MaxValue) => (value, at, issues) =>
    {
        if (Json.Text(value) is not { } text)
        {
            issues.Add(at, "string_type", "Input should be a valid string", value);
        }
        else if (text.EnumerateRunes().Count() > maxLength)
        {
            issues.Add(at, "string_too_long", $"String should have at most {maxLength} characters", value, new JsonObject { ["max_length"] = maxLength });
        }
    };

    public static FieldRule Word(params string[] words) => (value, at, issues) =>
    {
        if (Json.Text(value) is not { } text || !words.Contains(text, StringComparer.Ordinal))
        {
            string expected = string.Join(" or ", words.Select(word => $"'{word}'"));
            issues.Add(at, "literal_error", $"Input should be {expected}", value, new JsonObject { ["expected"] = expected });
        }
    };

    public static FieldRule Whole(int min, int max) => (value, at, issues) =>
    {
        if (Json.Number(value) is not { } number || !double.IsInteger(number))
        {
            issues.Add(at, "int_type", "Input should be a valid integer", value);
        }
        else
        {
            Between(min, max)(value, at, issues);
        }
    };

    public static FieldRule Between(int min, int max) => (value, at, issues) =>
    {
        if (Json.Number(value) is not { } number)
        {
            issues.Add(at, "float_type", "Input should be a valid number", value);
        }
        else if (number < min)
        {
            issues.Add(at, "greater_than_equal", $"Input should be greater than or equal to {min}", value, new JsonObject { ["ge"] = min });
        }
        else if (number > max)
        {
            issues.Add(at, "less_than_equal", $"Input should be less than or equal to {max}", value, new JsonObject { ["le"] = max });
        }
    };

    public static FieldRule List(FieldRule item) => (value, at, issues) =>
    {
        if (value is not JsonArray list)
        {
            issues.Add(at, "list_type", "Input should be a valid list", value);
            return;
        }

        for (int i = 0; i < list.Count; i++)
        {
            item(list[i], at[i], issues);
        }
    };

    /// <summary>An object with required keys and rules for the keys it knows; other keys pass.</summary>
    public static FieldRule Entry(string[] required, Dictionary<string, FieldRule> rules) => (value, at, issues) =>
    {
        if (value is not JsonObject entry)
        {
            issues.Add(at, "model_attributes_type", "Input should be a valid dictionary or object to extract fields from", value);
            return;
        }

        foreach (string key in required.Where(key => !entry.ContainsKey(key)))
        {
            issues.Missing(at[key]);
        }

        Keys(entry, rules, at, issues);
    };

    public static void Keys(JsonObject body, Dictionary<string, FieldRule> rules, Location at, IssueList issues)
    {
        foreach (KeyValuePair<string, JsonNode?> field in body)
        {
            if (rules.TryGetValue(field.Key, out FieldRule? rule))
            {
                rule(field.Value, at[field.Key], issues);
            }
        }
    }
}
