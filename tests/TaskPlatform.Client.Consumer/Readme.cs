using TaskPlatform.Client.DocsTests;

namespace TaskPlatform.Client.Consumer;

/// <summary>What README tells a newcomer to type and to paste.</summary>
internal static class Readme
{
    /// <summary>The commands that install a package, each once and in their order; the comment behind one is left out.</summary>
    public static IReadOnlyList<string> InstallCommands { get; } =
    [
        .. (from block in Document.Readme.Blocks()
            where block.Language == "sh"
            from line in block.Code.Split('\n')
            where line.StartsWith("dotnet add package ", StringComparison.Ordinal)
            select line.Split('#')[0].Trim()).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The first program: a whole file.</summary>
    public static string FirstProgram { get; } = Document.Readme.Blocks().First(static block => block.Language == "csharp").Code + "\n";
}
