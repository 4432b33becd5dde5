namespace TaskPlatform.Client.Tests;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    internal static readonly string Root = FindRoot();

    internal static readonly string Source = Path.Combine(Root, "src");

    internal static readonly string Sdk = Path.Combine(Source, "TaskPlatform.Client");

    internal static readonly string Conventions = Path.Combine(Root, "tests", "TaskPlatform.Client.Tests", "Conventions");

    /// <summary>All C# files below a folder, without what the build makes.</summary>
    internal static IEnumerable<string> CodeUnder(string folder) => FilesUnder(folder, "*.cs");

    /// <summary>All files of a kind below a folder, without what the build makes.</summary>
    internal static IEnumerable<string> FilesUnder(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(static file => !IsBuilt(file)).Order(StringComparer.Ordinal);

    /// <summary>A file as a reader of the repository names it.</summary>
    internal static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static bool IsBuilt(string file) =>
        Name(file).Split('/').Any(static part => part is "bin" or "obj");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TaskPlatform.Client.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"TaskPlatform.Client.sln is not above {AppContext.BaseDirectory}: these tests read the sources, so run them inside the repository.");
    }
}
