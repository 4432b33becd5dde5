using System.Globalization;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Reads single values of a query, and notes what is wrong with them.</summary>
internal static class QueryFields
{
    public static bool Flag(IReadOnlyDictionary<string, string> query, string key, IssueList issues)
    {
        if (!query.TryGetValue(key, out string? text))
        {
            return false;
        }

        if (!bool.TryParse(text, out bool flag))
        {
            issues.Add(Location.Query[key], "bool_parsing", "Input should be a valid boolean, unable to interpret input", JsonValue.Create(text));
        }

        return flag;
    }

    public static Guid? Id(IReadOnlyDictionary<string, string> query, string key, IssueList issues)
    {
        if (!query.TryGetValue(key, out string? text))
        {
            return null;
        }

        FieldRules.Id(text, Location.Query[key], issues);
        return Json.Id(text);
    }

    public static int Whole(IReadOnlyDictionary<string, string> query, string key, int min, int max, int missing, IssueList issues)
    {
        if (!query.TryGetValue(key, out string? text))
        {
            return missing;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            issues.Add(Location.Query[key], "int_parsing", "Input should be a valid integer, unable to parse string as an integer", JsonValue.Create(text));
            return missing;
        }

        FieldRules.Between(min, max)(JsonValue.Create(number), Location.Query[key], issues);
        return number;
    }
}
