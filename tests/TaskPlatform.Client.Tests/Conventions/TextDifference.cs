namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Says which lines came and went, each under the line that begins its block.</summary>
internal static class TextDifference
{
    internal static IEnumerable<string> Between(IReadOnlyList<string> approved, IReadOnlyList<string> received)
    {
        string[] before = [.. WithBlock(approved)];
        string[] after = [.. WithBlock(received)];
        return
        [
            .. before.Except(after, StringComparer.Ordinal).Select(static line => "- " + line),
            .. after.Except(before, StringComparer.Ordinal).Select(static line => "+ " + line),
        ];
    }

    // The same member may stand in many types: the type makes the line one of its kind.
    private static IEnumerable<string> WithBlock(IEnumerable<string> lines)
    {
        string block = "";
        foreach (string line in lines)
        {
            if (line.Length > 0 && line[0] != ' ')
            {
                block = line;
            }

            if (line.Trim() is { Length: > 0 } text)
            {
                yield return line[0] == ' ' ? $"{block} | {text}" : text;
            }
        }
    }
}
