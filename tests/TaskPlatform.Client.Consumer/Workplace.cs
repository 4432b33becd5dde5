using System.Security;
using System.Text.RegularExpressions;

namespace TaskPlatform.Client.Consumer;

/// <summary>A folder outside of the repository that knows the packed files as a package source, and has a package cache of its own.</summary>
internal sealed partial class Workplace : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("taskplatform-consumer-").FullName;

    public Workplace(string framework)
    {
        Project = Path.Combine(root, "Demo");
        Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            // The cache of the machine may hold another build of the same version, and would win.
            ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),

            // What becomes known about a dependency tomorrow is no fault of this commit.
            ["NuGetAudit"] = "false",

            // Only the newest runtime may be installed.
            ["DOTNET_ROLL_FORWARD"] = framework == "net10.0" ? null : "LatestMajor",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
    }

    /// <summary>The folder of the project, empty at first.</summary>
    public string Project { get; }

    /// <summary>What every command here needs; a null is taken away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>Adds the packed files to the sources of the machine, whichever those are.</summary>
    public async Task AddSourceAsync(string packages)
    {
        // Dependencies come from the machine's, our own packages never: what is published may be newer.
        string known = await RunAsync("dotnet nuget list source --format Detailed");
        IEnumerable<string> others = EnabledSource().Matches(known).Select(static source => $"""<packageSource key="{SecurityElement.Escape(source.Groups["name"].Value)}"><package pattern="*" /></packageSource>""");
        await File.WriteAllTextAsync(
            Path.Combine(root, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{SecurityElement.Escape(Path.GetFullPath(packages))}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="TaskPlatform.Client*" /></packageSource>
                {string.Join("\n    ", others)}
              </packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>A new console program, as its template makes it.</summary>
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

    [GeneratedRegex(@"^\s*\d+\.\s+(?<name>.+?) \[Enabled\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EnabledSource();

    [GeneratedRegex("<TargetFramework>[^<]*<", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TargetFramework();
}
