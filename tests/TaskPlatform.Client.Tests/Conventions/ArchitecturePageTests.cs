using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>docs/architecture.md shows the layers as <see cref="LayerRules"/> holds them, and names types that exist.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "architecture.md"));

    [Fact]
    public void The_layers_and_their_arrows_are_those_of_the_rules()
    {
        string[] written = [.. Lines
            .Select(line => LayerRow().Match(line))
            .Where(match => match.Success && Enum.IsDefined(typeof(Layer), match.Groups["layer"].Value))
            .Select(match => Row(match.Groups["layer"].Value, match.Groups["uses"].Value.Replace("`", "", StringComparison.Ordinal)))];

        written.Should().BeEquivalentTo(Enum.GetValues<Layer>().Select(layer => Row(layer.ToString(), LayerRules.Describe(layer))));
    }

    [Fact]
    public void Every_type_it_names_is_one()
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(Repository.Sdk, "*", SearchOption.AllDirectories).Select(static folder => Path.GetFileName(folder));
        HashSet<string> known = [.. Enum.GetNames<Layer>(), .. folders, .. new[] { SdkTypes.Sdk, SdkTypes.Testing, typeof(Layer).Assembly }.SelectMany(static one => one.GetTypes()).Select(static type => type.Name.Split('`')[0])];

        Lines.SelectMany(line => Name().Matches(line)).Select(match => match.Groups["type"].Value).Where(name => !known.Contains(name))
            .Should().BeEmpty("a name in code marks that begins with a capital letter is a layer or a folder, or a type of the SDK, of the testing package or of these tests");
    }

    // The order in which the layers are named says nothing.
    private static string Row(string layer, string uses) => $"{layer}: {string.Join(", ", uses.Split(", ").Order(StringComparer.Ordinal))}";

    [GeneratedRegex(@"^\| `(?<layer>\w+)` \|[^|]*\| (?<uses>[^|]+) \|$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LayerRow();

    [GeneratedRegex(@"`(?<type>[A-Z][A-Za-z]+)(?:\.[A-Za-z]+)?`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
