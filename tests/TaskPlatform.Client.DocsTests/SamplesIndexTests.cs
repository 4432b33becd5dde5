using System.Text.RegularExpressions;
using FluentAssertions;
using TaskPlatform.Client.Tests;
using Xunit;

namespace TaskPlatform.Client.DocsTests;

/// <summary>samples/README.md names every sample with the command that CI runs.</summary>
public sealed partial class SamplesIndexTests
{
    private const int LongestFile = 120;

    private static readonly string Samples = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void Every_sample_has_a_line_and_a_command()
    {
        (string Name, string Project)[] rows = [.. Document.Read("samples/README.md").Lines
            .Select(static line => Row().Match(line))
            .Where(static match => match.Success)
            .Select(static match => (match.Groups["name"].Value, match.Groups["project"].Value))];

        rows.Should().OnlyContain(static row => row.Name == row.Project);
        rows.Select(static row => row.Name).Should().BeEquivalentTo(Directory.EnumerateDirectories(Samples).Select(static folder => Path.GetFileName(folder)));
    }

    [Fact]
    public void CI_runs_the_commands_of_the_index() =>
        File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")).Should().Contain("samples/README.md", "the commands are taken from the index, so that none is forgotten");

    [Fact]
    public void No_file_of_a_sample_is_longer_than_can_be_read_at_once() =>
        Repository.CodeUnder(Samples).Where(static file => File.ReadLines(file).Count() > LongestFile).Select(Repository.Name)
            .Should().BeEmpty("a sample is read whole: {0} lines at most", LongestFile);

    [GeneratedRegex(@"^\| \[(?<name>\w+)\]\(\k<name>\) \| .+ \| `dotnet run --project samples/(?<project>\w+)(?: -- [^`]+)?` \|$", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Row();
}
