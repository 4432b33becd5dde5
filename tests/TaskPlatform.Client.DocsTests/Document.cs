using System.Text;
using TaskPlatform.Client.Tests;

namespace TaskPlatform.Client.DocsTests;

/// <summary>A page of Markdown: a README, or one below <c>docs</c>.</summary>
/// <param name="Name">Its path from the root of the repository, with slashes.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Document(string Name, IReadOnlyList<string> Lines)
{
    private const string Fence = "```";

    /// <summary>Every page a user reads.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        Read("README.md"),
        .. Below("docs"),
        .. Below("samples"),
        .. Below("src"),
    ];

    /// <summary>The pages that package galleries show, where the other files are not.</summary>
    public static IReadOnlyList<Document> OfPackages { get; } = [.. Below("src")];

    public static Document Readme => All[0];

    public string Text => string.Join('\n', Lines);

    /// <summary>All blocks between fences, in their order.</summary>
    public IEnumerable<Block> Blocks()
    {
        Block? open = null;
        var code = new StringBuilder();
        for (int index = 0; index < Lines.Count; index++)
        {
            string line = Lines[index];
            if (open is null)
            {
                open = line.StartsWith(Fence, StringComparison.Ordinal) ? new Block($"{Name}:{index + 1}", line[Fence.Length..], "") : null;
            }
            else if (line == Fence)
            {
                yield return open with { Code = code.ToString().TrimEnd('\n') };
                open = null;
                code.Clear();
            }
            else
            {
                code.Append(line).Append('\n');
            }
        }

        if (open is not null)
        {
            throw new InvalidDataException($"{open.Place}: the block has no end.");
        }
    }

    /// <summary>The lines outside of blocks.</summary>
    public IEnumerable<string> Prose()
    {
        bool inside = false;
        foreach (string line in Lines)
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (!inside)
            {
                yield return line;
            }
        }
    }

    /// <summary>The page with this path from the root of the repository.</summary>
    public static Document Read(string name) => new(name, File.ReadAllLines(Path.Combine(Repository.Root, name)));

    private static IEnumerable<Document> Below(string folder) => Repository.FilesUnder(Path.Combine(Repository.Root, folder), "*.md").Select(static file => Read(Repository.Name(file)));
}

/// <summary>A block of a page.</summary>
/// <param name="Place">The page and the line it begins on.</param>
/// <param name="Language">The word after the fence.</param>
/// <param name="Code">What stands between the fences.</param>
internal sealed record Block(string Place, string Language, string Code);
