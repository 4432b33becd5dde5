using System.Security;
using System.Text.RegularExpressions;

namespace TaskPlatform.Client.Consumer;

/// <summary>A folder outside of the repository that knows the packed files as a package source, and has a package cache of its own.</summary>
internal sealed partial class Workplace : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("taskplatform-consumer-").FullName;

    /// <param name="packages">Where the packed files lie.</param>
    /// <param name="framework">The framework of the project to come.</param>
    public Workplace(string packages, string framework)
    {
        // Added to the sources of the machine, whichever those are: the dependencies come from there.
        File.WriteAllText(
            Path.Combine(root, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{SecurityElement.Escape(Path.GetFullPath(packages))}" />
              </packageSources>
            </configuration>
            """);
        Project = Path.Combine(root, "Demo");
        Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            // The cache of the machine may hold another build of the same version, and would win.
            ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",

            // Only the newest runtime may be installed.
            ["DOTNET_ROLL_FORWARD"] = framework == "net10.0" ? null : "LatestMajor",
        };
    }

    /// <summary>The folder of the project, empty at first.</summary>
    public string Project { get; }

    /// <summary>What every command here needs; a null is taken away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>Makes a console program, as its template does.</summary>
    public async Task CreateProjectAsync(string framework)
    {
        await RunAsync($"dotnet new console -o {Path.GetFileName(Project)} --no-restore");

        // The newest SDK alone has no template for an older framework, so its line is edited, as a user does.
        string file = Path.Combine(Project, "Demo.csproj");
        string text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, TargetFramework().Replace(text, $"<TargetFramework>{framework}<"));
    }

    public Task<string> RunAsync(string command) => ChildProcess.RunAsync(Directory.Exists(Project) ? Project : root, Environment, command);

    public Task<string> RunAsync(string command, IReadOnlyDictionary<string, string?> more) =>
        ChildProcess.RunAsync(Project, Environment.Concat(more).ToDictionary(StringComparer.Ordinal), command);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [GeneratedRegex("<TargetFramework>[^<]*<", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TargetFramework();
}
