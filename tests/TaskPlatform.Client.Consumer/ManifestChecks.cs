using System.Text.RegularExpressions;
using System.Xml.Linq;
using TaskPlatform.Client.Tests;

namespace TaskPlatform.Client.Consumer;

/// <summary>What a package says about itself.</summary>
internal static partial class ManifestChecks
{
    private static readonly Dictionary<string, string?> Versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").ToDictionary(static one => one.Attribute("Include")!.Value, static one => one.Attribute("Version")?.Value, StringComparer.Ordinal);

    /// <returns>The commit the package was built from.</returns>
    public static string? Run(PackageFile package, ExpectedPackage expected, string version, string? remote, Findings findings)
    {
        XElement manifest = XDocument.Load(new MemoryStream(package.Find($"{expected.Id}.nuspec") ?? throw new ConsumerException($"{package.Name} has no {expected.Id}.nuspec."))).Root!.Elements().Single();
        string? Text(string name) => Child(manifest, name)?.Value;

        findings.Same(expected.Id, Text("id"), package.Name, "The id");
        findings.Same(version, Text("version"), package.Name, "The version");
        findings.Same("MIT", Text("license"), package.Name, "The licence");
        findings.Same("expression", Child(manifest, "license")?.Attribute("type")?.Value, package.Name, "The kind of licence");
        findings.Check(!string.IsNullOrWhiteSpace(Text("description")), package.Name, "It has no description.");
        findings.Check(Text("tags")?.Split(' ').Length > 2, package.Name, "It has no tags to be found by.");
        findings.Same(Changelog.NotesOf(version), Text("releaseNotes")?.ReplaceLineEndings("\n"), package.Name, "The text of its release notes");
        foreach (string name in (string[])["icon", "readme"])
        {
            findings.Check(Text(name) is { } file && package.Find(file) is { Length: > 0 }, package.Name, $"Its {name} is not in it.");
        }

        findings.Check(package.Find("README.md") is { } readme && readme.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Repository.Source, expected.Id, "README.md"))), package.Name, $"Its README is not src/{expected.Id}/README.md.");
        CheckDependencies(manifest, expected, version, package.Name, findings);
        return CheckRepository(Child(manifest, "repository"), remote, package.Name, findings);
    }

    private static string? CheckRepository(XElement? repository, string? remote, string package, Findings findings)
    {
        string? commit = repository?.Attribute("commit")?.Value;
        findings.Same("git", repository?.Attribute("type")?.Value, package, "The kind of repository");
        findings.Check(commit is not null && Commit().IsMatch(commit), package, $"The commit it was built from is \"{commit}\".");
        findings.Check(repository?.Attribute("branch") is null, package, "It names the branch it was built on: two builds of one commit would differ.");
        if (remote is not null)
        {
            findings.Same(remote, repository?.Attribute("url")?.Value, package, "The address of its repository");
        }

        return commit;
    }

    private static void CheckDependencies(XElement manifest, ExpectedPackage expected, string version, string package, Findings findings)
    {
        XElement[] groups = [.. Child(manifest, "dependencies")?.Elements() ?? []];
        findings.Same(ExpectedPackage.Frameworks, groups.Select(static group => group.Attribute("targetFramework")!.Value), package, "The frameworks with dependencies");
        foreach (XElement group in groups)
        {
            string framework = group.Attribute("targetFramework")!.Value;
            findings.Same(
                expected.DependenciesOn(framework).Select(id => $"{id} {(ExpectedPackage.All.Any(own => own.Id == id) ? version : Versions.GetValueOrDefault(id))}"),
                group.Elements().Select(static one => $"{one.Attribute("id")?.Value} {one.Attribute("version")?.Value}"),
                package,
                $"What it needs on {framework}");
        }
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(one => one.Name.LocalName == name);

    [GeneratedRegex("^[0-9a-f]{40}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Commit();
}
