using System.Text.RegularExpressions;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Says which lines of an API text came and went, each member with the name of its type.</summary>
internal static partial class TextDifference
{
    internal static IEnumerable<string> Between(IReadOnlyList<string> approved, IReadOnlyList<string> received)
    {
        string[] before = [.. WithType(approved)];
        string[] after = [.. WithType(received)];
        return
        [
            .. before.Except(after, StringComparer.Ordinal).Select(static line => "- " + line),
            .. after.Except(before, StringComparer.Ordinal).Select(static line => "+ " + line),
        ];
    }

    // The same member may stand in many types: the type's name makes the line one of its kind.
    private static IEnumerable<string> WithType(IEnumerable<string> lines)
    {
        string type = "";
        foreach (string line in lines.Where(static line => line.Length > 0))
        {
            if (line[0] != ' ')
            {
                type = TypeName().Match(line).Value;
            }

            yield return line[0] == ' ' ? $"{type} | {line.Trim()}" : line;
        }
    }

    [GeneratedRegex(@"(?<=\b(class|struct|record|enum|interface) )(?!struct\b).+?(?= : | where |$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex TypeName();
}
