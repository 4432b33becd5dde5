using TaskPlatform.Client.Tests;

namespace TaskPlatform.Client.DocsTests;

/// <summary>
/// The code between <c>// docs: name</c> and <c>// docs: end</c> in the tests of this project. Parts of one name in one file are one
/// snippet, with an empty line between them.
/// </summary>
internal static class Snippets
{
    private const string Mark = "// docs: ";

    /// <summary>By file and name, so that two files may use one name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Repository.CodeUnder(Path.Combine(Repository.Root, "tests", "TaskPlatform.Client.DocsTests", "Pages")))
        {
            foreach ((string name, string code) in Parts(file))
            {
                string key = $"{Path.GetFileNameWithoutExtension(file)}/{name}";
                snippets[key] = snippets.TryGetValue(key, out string? before) ? $"{before}\n\n{code}" : code;
            }
        }

        return snippets;
    }

    private static IEnumerable<(string Name, string Code)> Parts(string file)
    {
        string? name = null;
        List<string> part = [];
        foreach (string line in File.ReadLines(file))
        {
            string trimmed = line.Trim();
            string? mark = trimmed.StartsWith(Mark, StringComparison.Ordinal) ? trimmed[Mark.Length..] : null;
            if (mark == "end" && name is not null)
            {
                yield return (name, WithoutIndentation(part));
                name = null;
            }
            else if (mark is not null)
            {
                name = name is null && mark != "end" ? mark : throw new InvalidDataException($"{Repository.Name(file)}: '{trimmed}' does not fit what stands before it.");
                part = [];
            }
            else if (name is not null)
            {
                part.Add(line);
            }
        }

        if (name is not null)
        {
            throw new InvalidDataException($"{Repository.Name(file)}: '{Mark}{name}' has no end.");
        }
    }

    private static string WithoutIndentation(List<string> lines)
    {
        int indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indentation..])).TrimEnd();
    }
}
