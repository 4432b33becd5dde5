using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed partial class SourceTests
{
    private const int LongestFile = 300;
    private const int LongFile = 150;
    private const int MedianFile = 60;

    private static IEnumerable<(string Name, string Text)> Sources =>
        Repository.CodeUnder(Repository.Source).Select(static file => (Repository.Name(file), File.ReadAllText(file)));

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() => Convention.Holds(
        $"A file has more than {LongestFile} lines: something in it wants a name and a file of its own.",
        from source in Sources let lines = Lines(source.Text) where lines > LongestFile select $"{source.Name}: {lines} lines");

    [Fact]
    public void Files_are_short()
    {
        (string Name, int Lines)[] files = [.. Sources.Select(static source => (source.Name, Lines(source.Text))).OrderBy(static file => file.Item2)];
        int median = files[files.Length / 2].Lines;
        (string Name, int Lines)[] longer = [.. files.Where(static file => file.Lines > LongFile)];
        string distribution = $"{files.Length} files: half have at most {median} lines, nine in ten at most {files[files.Length * 9 / 10].Lines}, the longest {files[^1].Lines}; "
            + $"over {LongFile}: {string.Join(", ", longer.Select(static file => $"{file.Name} ({file.Lines})"))}";
        TestContext.Current.TestOutputHelper?.WriteLine(distribution);

        median.Should().BeLessThanOrEqualTo(MedianFile, "small files are what makes a folder readable as a list of ideas. {0}", distribution);
        longer.Length.Should().BeLessThanOrEqualTo(files.Length / 10, "past {0} lines something wants out. {1}", LongFile, distribution);
    }

    [Fact]
    public void There_is_half_as_much_test_code_again_as_source()
    {
        int source = Sources.Sum(static file => CodeLines(file.Text));
        int tests = Repository.CodeUnder(Path.Combine(Repository.Root, "tests")).Where(static file => !IsMeasurement(file)).Sum(static file => CodeLines(File.ReadAllText(file)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{tests} lines of test code for {source} lines of source, without blank lines and comments: {(double)tests / source:0.00}");

        tests.Should().BeGreaterThanOrEqualTo(source * 3 / 2, "what is new comes with its tests");
    }

    [Fact]
    public void No_warning_is_switched_off_without_its_reason() => Convention.Holds(
        "A warning is switched off and nobody is told why: mend the cause, or write the reason beside it (Justification = \"…\", or a comment on the line of the #pragma).",
        from source in Sources
        from Match found in Suppression().Matches(source.Text)
        where !Reason().IsMatch(found.Value)
        select $"{source.Name}: {found.Value.Trim()}");

    [Fact]
    public void No_trim_or_AOT_warning_is_switched_off() => Convention.Holds(
        "A trim or AOT warning is switched off: users would meet it at run time. Use source generation, or hand the warning on with [RequiresUnreferencedCode] and [RequiresDynamicCode].",
        from source in Sources
        where source.Text.Contains("UnconditionalSuppressMessage", StringComparison.Ordinal) || TrimWarning().IsMatch(source.Text)
        select source.Name);

    [Theory]
    [InlineData("#pragma warning disable CA1000", false)]
    [InlineData("#pragma warning disable CA1000 // the name is promised", true)]
    [InlineData("[SuppressMessage(\"Naming\", \"CA1710\")]", false)]
    [InlineData("[SuppressMessage(\"Naming\", \"CA1710\", Justification = \"\")]", false)]
    [InlineData("[SuppressMessage(\"Naming\", \"CA1710\",\n    Justification = \"The name is promised.\")]", true)]
    public void A_reason_is_recognized(string code, bool hasReason) =>
        Reason().IsMatch(Suppression().Match(code).Value).Should().Be(hasReason);

    // Programs that measure test nothing.
    private static bool IsMeasurement(string file) => file.Contains("Benchmarks", StringComparison.Ordinal) || file.Contains("ColdStart", StringComparison.Ordinal);

    private static int CodeLines(string text)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> code = line.Trim();
            lines += code.IsEmpty || code.StartsWith("//") ? 0 : 1;
        }

        return lines;
    }

    private static int Lines(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    [GeneratedRegex(@"#pragma\s+warning\s+disable[^\n]*|\bSuppressMessage\((?:[^()]|\([^()]*\))*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Suppression();

    [GeneratedRegex(@"^#pragma[^/\n]*//\s*\w|Justification\s*=\s*""[^""\s]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"#pragma\s+warning\s+disable[^\n]*\bIL\d{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex TrimWarning();
}
