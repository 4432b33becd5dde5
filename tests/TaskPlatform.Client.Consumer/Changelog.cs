using TaskPlatform.Client.Tests;

namespace TaskPlatform.Client.Consumer;

/// <summary>CHANGELOG.md, read a second way: what the build took from it must be the same.</summary>
internal static class Changelog
{
    private const string Heading = "## [";

    /// <summary>The section of a version, or what is unreleased if it has none yet.</summary>
    public static string NotesOf(string version)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "CHANGELOG.md"));
        string text = string.Join('\n', Section(lines, version) ?? Section(lines, "Unreleased") ?? []).Replace("### ", "", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? "Nothing has changed yet." : text;
    }

    private static IEnumerable<string>? Section(string[] lines, string name)
    {
        int start = Array.FindIndex(lines, line => line.StartsWith($"{Heading}{name}]", StringComparison.Ordinal));
        return start < 0 ? null : lines.Skip(start + 1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal));
    }
}
