using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace TaskPlatform.Client.Consumer;

/// <summary>Assemblies, their documentation, and what a debugger finds of them.</summary>
internal static class LibraryChecks
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <param name="package">The package.</param>
    /// <param name="symbols">The one with its symbols.</param>
    /// <param name="id">The name of both.</param>
    /// <param name="linked">The commit whose sources the symbols must lead to; null if the repository they were packed in has no address.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static void Run(PackageFile package, PackageFile symbols, string id, string? linked, Findings findings)
    {
        findings.Same(ExpectedPackage.Frameworks.SelectMany(framework => (string[])[$"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml"]), package.Below("lib/"), package.Name, "What lies below lib");
        findings.Same(ExpectedPackage.Frameworks.Select(framework => $"lib/{framework}/{id}.pdb"), symbols.Below("lib/"), symbols.Name, "What lies below lib");
        foreach (string framework in ExpectedPackage.Frameworks)
        {
            if (package.Find($"lib/{framework}/{id}.dll") is { } library)
            {
                byte[] pdbId = CheckLibrary(library, $"{package.Name} {framework}", findings);
                if (symbols.Find($"lib/{framework}/{id}.pdb") is { } pdb)
                {
                    CheckSymbols(pdb, pdbId, linked, $"{symbols.Name} {framework}", findings);
                }
            }
        }
    }

    private static byte[] CheckLibrary(byte[] library, string name, Findings findings)
    {
        using var file = new PEReader(new MemoryStream(library));
        findings.Check(file.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned), name, "The assembly is not signed with the strong name.");
        MetadataReader metadata = file.GetMetadataReader();
        findings.Check(!metadata.GetAssemblyDefinition().PublicKey.IsNil, name, "The assembly has no public key.");
        DebugDirectoryEntry? entry = file.ReadDebugDirectory().Where(static one => one.Type == DebugDirectoryEntryType.CodeView).Cast<DebugDirectoryEntry?>().FirstOrDefault();
        findings.Check(file.ReadDebugDirectory().Any(static one => one.Type == DebugDirectoryEntryType.Reproducible), name, "The assembly is not built to be the same twice.");
        return entry is { } codeView ? file.ReadCodeViewDebugDirectoryData(codeView).Guid.ToByteArray() : [];
    }

    private static void CheckSymbols(byte[] pdb, byte[] pdbId, string? linked, string name, Findings findings)
    {
        findings.Check(pdb.AsSpan().StartsWith("BSJB"u8), name, "The symbols are not portable.");
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        MetadataReader reader = provider.GetMetadataReader();
        findings.Check(reader.DebugMetadataHeader!.Id.AsSpan(0, 16).SequenceEqual(pdbId), name, "The symbols are those of another build of the assembly.");
        string[] elsewhere = [.. reader.Documents.Select(one => reader.GetString(reader.GetDocument(one).Name)).Where(static source => !source.StartsWith("/_", StringComparison.Ordinal))];
        findings.Check(elsewhere.Length == 0, name, $"The symbols name paths of this machine, such as {elsewhere.FirstOrDefault()}.");
        if (linked is not null)
        {
            string? map = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(one => reader.GetGuid(one.Kind) == SourceLink).Select(one => Encoding.UTF8.GetString(reader.GetBlobBytes(one.Value))).FirstOrDefault();
            findings.Check(map?.Contains($"/{linked}/*", StringComparison.Ordinal) == true, name, $"The symbols do not lead to the sources of {linked}: {map ?? "no SourceLink"}.");
        }
    }
}
