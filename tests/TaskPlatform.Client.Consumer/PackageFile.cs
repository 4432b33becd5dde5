using System.IO.Compression;

namespace TaskPlatform.Client.Consumer;

/// <summary>A packed file, read into memory.</summary>
internal sealed class PackageFile
{
    private readonly Dictionary<string, byte[]> entries = new(StringComparer.Ordinal);

    private PackageFile(string name) => Name = name;

    public string Name { get; }

    public IEnumerable<string> Entries => entries.Keys;

    public static PackageFile Read(string path)
    {
        var package = new PackageFile(Path.GetFileName(path));
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            package.entries[entry.FullName] = copy.ToArray();
        }

        return package;
    }

    public byte[]? Find(string entry) => entries.GetValueOrDefault(entry);

    public IEnumerable<string> Below(string folder) => Entries.Where(entry => entry.StartsWith(folder, StringComparison.Ordinal));
}
