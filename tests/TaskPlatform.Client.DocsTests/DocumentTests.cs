using System.Text.RegularExpressions;
using FluentAssertions;
using TaskPlatform.Client.Tests;
using Xunit;

namespace TaskPlatform.Client.DocsTests;

/// <summary>What holds for every page: its code is compiled and run, its links lead somewhere.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Languages = ["csharp", "json", "mermaid", "sh", "text", "xml"];

    private static IEnumerable<Block> CSharp => Document.All.SelectMany(static page => page.Blocks()).Where(static block => block.Language == "csharp");

    [Fact]
    public void Every_block_of_code_is_compiled_and_run_by_a_test()
    {
        HashSet<string> compiled = [.. Snippets.All.Values];

        CSharp.Where(block => !compiled.Contains(block.Code)).Select(static block => $"{block.Place}\n{block.Code}\n")
            .Should().BeEmpty("each block of C# must equal, to the letter, a snippet marked '// docs: name' in tests/TaskPlatform.Client.DocsTests/Pages, where it is compiled and run");
    }

    [Fact]
    public void Every_marked_snippet_stands_on_a_page()
    {
        HashSet<string> written = [.. CSharp.Select(static block => block.Code)];

        Snippets.All.Where(snippet => !written.Contains(snippet.Value)).Select(static snippet => snippet.Key)
            .Should().BeEmpty("a snippet that is marked must stand on a page as it is");
    }

    [Fact]
    public void All_code_that_looks_like_CSharp_is_in_a_block_that_is_compared() =>
        Document.All.SelectMany(static page => page.Blocks()).Where(static block => !Languages.Contains(block.Language, StringComparer.Ordinal)).Select(static block => $"{block.Place}: '{block.Language}'")
            .Should().BeEmpty("a block says what it is: one of {0}", string.Join(", ", Languages));

    [Fact]
    public void Every_page_has_one_title() =>
        Document.All.Where(static page => !page.Lines[0].StartsWith("# ", StringComparison.Ordinal) || page.Prose().Count(static line => line.StartsWith("# ", StringComparison.Ordinal)) != 1).Select(static page => page.Name)
            .Should().BeEmpty("a page begins with its title");

    [Fact]
    public void Every_page_is_in_the_index()
    {
        string[] linked = [.. Links(Document.Read("docs/README.md")).Select(static link => link.Target)];

        Document.All.Where(static page => page.Name.StartsWith("docs/", StringComparison.Ordinal) && page.Name != "docs/README.md").Select(static page => page.Name["docs/".Length..])
            .Should().BeSubsetOf(linked);
    }

    [Fact]
    public void Every_link_within_the_repository_leads_somewhere() =>
        Document.All.SelectMany(Links).Where(static link => !IsOutside(link.Target) && !Leads(link)).Select(static link => $"{link.Page}: {link.Target}")
            .Should().BeEmpty("a link names a file of the repository, and after # one of its headings");

    [Fact]
    public void A_page_that_package_galleries_show_has_no_relative_link() =>
        Document.OfPackages.SelectMany(Links).Where(static link => !IsOutside(link.Target)).Select(static link => $"{link.Page}: {link.Target}")
            .Should().BeEmpty("the other files are not there");

    private static IEnumerable<(string Page, string Target)> Links(Document page) =>
        page.Prose().SelectMany(static line => Link().Matches(line)).Select(match => (page.Name, match.Groups["target"].Value));

    private static bool IsOutside(string target) => target.StartsWith("https://", StringComparison.Ordinal);

    private static bool Leads((string Page, string Target) link)
    {
        string[] parts = link.Target.Split('#', 2);
        string folder = Path.GetDirectoryName(link.Page)!;
        string target = parts[0].Length == 0 ? link.Page : Repository.Name(Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0])));
        string path = Path.Combine(Repository.Root, target);
        return (File.Exists(path) || (Directory.Exists(path) && parts.Length == 1))
            && (parts.Length == 1 || Document.Read(target).Prose().Where(static line => line.StartsWith('#')).Any(heading => Anchor(heading) == parts[1]));
    }

    /// <summary>A heading as code hosts make an anchor of it.</summary>
    private static string Anchor(string heading) =>
        NoLetter().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]*)\)", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{Nd} _-]", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex NoLetter();
}
