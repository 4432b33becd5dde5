namespace TaskPlatform.Client.Tests.Readme;

/// <summary>The READMEs and the code that stands in them, read from the repository the tests were built in.</summary>
internal static class ReadmeFile
{
    private const string Start = "// readme: ";
    private const string End = "// readme: end";

    /// <summary>README of the repository, which is that of the package TaskPlatform.Client too.</summary>
    public static string[] Lines => LinesOf("README.md");

    /// <summary>README of every package.</summary>
    public static string[] LinesOfAll => [.. Lines, .. LinesOf("src/TaskPlatform.Client.Testing/README.md"), .. LinesOf("src/TaskPlatform.Client.AI/README.md"), .. LinesOf("src/TaskPlatform.Client.HealthChecks/README.md")];

    /// <summary>The blocks of C#, in their order.</summary>
    public static IReadOnlyList<string> Blocks()
    {
        var blocks = new List<string>();
        List<string>? open = null;
        foreach (string line in LinesOfAll)
        {
            if (open is null)
            {
                open = line == "```csharp" ? [] : null;
            }
            else if (line == "```")
            {
                blocks.Add(string.Join('\n', open));
                open = null;
            }
            else
            {
                open.Add(line);
            }
        }

        return blocks;
    }

    /// <summary>
    /// The code between <c>// readme: name</c> and <c>// readme: end</c> in the tests beside this file. Parts of one name in one
    /// file are one snippet, with an empty line between them.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Snippets()
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "TaskPlatform.Client.Tests", "Readme"), "*Tests.cs"))
        {
            string? name = null;
            List<string> part = [];
            foreach (string line in File.ReadLines(file))
            {
                string trimmed = line.Trim();
                if (trimmed == End && name is not null)
                {
                    string code = WithoutIndentation(part);
                    snippets[name] = snippets.TryGetValue(name, out string? before) ? $"{before}\n\n{code}" : code;
                    name = null;
                }
                else if (trimmed.StartsWith(Start, StringComparison.Ordinal))
                {
                    (name, part) = (trimmed[Start.Length..], []);
                }
                else if (name is not null)
                {
                    part.Add(line);
                }
            }
        }

        return snippets;
    }

    private static string[] LinesOf(string path) => File.ReadAllLines(Path.Combine(Repository.Root, path));

    private static string WithoutIndentation(List<string> lines)
    {
        int indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indentation..])).TrimEnd();
    }
}
