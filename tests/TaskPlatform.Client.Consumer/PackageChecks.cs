using TaskPlatform.Client.Tests;

namespace TaskPlatform.Client.Consumer;

/// <summary>Looks into each packed file for what a user, a gallery and a debugger want of it.</summary>
internal static class PackageChecks
{
    /// <param name="folder">Where the packed files lie.</param>
    /// <param name="remote">The address of the repository they were packed in; null if what that is does not matter.</param>
    public static int Run(string folder, string? remote)
    {
        string version = Version(folder);
        var findings = new Findings();
        foreach (ExpectedPackage expected in ExpectedPackage.All.Where(package => remote is null || Exists(folder, package, version)))
        {
            string path = Path.Combine(folder, $"{expected.Id}.{version}");
            if (!File.Exists($"{path}.nupkg") || !File.Exists($"{path}.snupkg") || !File.Exists($"{path}.cdx.json"))
            {
                throw new ConsumerException($"{folder} has not all of {expected.Id}.{version}.nupkg, .snupkg and .cdx.json: `dotnet pack` makes the three.");
            }

            PackageFile package = PackageFile.Read($"{path}.nupkg");
            string? commit = ManifestChecks.Run(package, expected, version, remote, findings);
            LibraryChecks.Run(package, PackageFile.Read($"{path}.snupkg"), expected.Id, remote is null ? null : commit, findings);
            BillOfMaterialsChecks.Run(File.ReadAllBytes($"{path}.cdx.json"), expected, version, findings);
        }

        foreach (string fault in findings.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        Console.WriteLine($"packages {version} in {Repository.Name(Path.GetFullPath(folder))}: {findings.Checks} checks, {findings.Faults.Count} faults");
        return findings.Faults.Count == 0 ? 0 : 1;
    }

    private static bool Exists(string folder, ExpectedPackage package, string version) => File.Exists(Path.Combine(folder, $"{package.Id}.{version}.nupkg"));

    /// <summary>The version that lies in a folder.</summary>
    public static string Version(string folder)
    {
        string[] versions = [.. Directory.GetFiles(folder, "*.nupkg").Select(static file => VersionOf(Path.GetFileNameWithoutExtension(file))).Distinct(StringComparer.Ordinal)];
        return versions is [string only] && char.IsAsciiDigit(only[0])
            ? only
            : throw new ConsumerException($"{folder} must hold one version of the packages that {nameof(ExpectedPackage)} knows, and holds: {string.Join(", ", versions)}. Remove what is old (`rm -rf artifacts`), make a new package known, and pack again.");
    }

    private static string VersionOf(string name)
    {
        string id = ExpectedPackage.All.Select(static package => $"{package.Id}.").Where(id => name.StartsWith(id, StringComparison.Ordinal)).MaxBy(static id => id.Length) ?? "";
        return name[id.Length..];
    }
}
