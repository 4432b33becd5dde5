using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed partial class RouteTests
{
    private static readonly string[] RouteFiles = ["TaskRoutes.cs", "TaskAgentRoutes.cs", "IdentityRoutes.cs", "LlmModelRoutes.cs", "TagRoutes.cs", "ReportingGroupRoutes.cs"];

    // What every path begins with is no resource's business: it is joined once.
    private const string PrefixFile = "ProjectAddress.cs";

    [Fact]
    public void Only_the_routes_know_the_paths_of_their_resource() => Convention.Holds(
        "A path of the platform stands outside the …Routes of its resource: make it a route there, so that the API stays readable at a glance.",
        from file in Repository.CodeUnder(Repository.Sdk)
        let name = Path.GetFileName(file)
        where !RouteFiles.Contains(name, StringComparer.Ordinal) && name != PrefixFile
        from line in File.ReadLines(file).Select(static (text, index) => (Text: text, Number: index + 1))
        where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && PathText().IsMatch(line.Text)
        select $"{Repository.Name(file)}:{line.Number}: {line.Text.Trim()}");

    [Theory]
    [InlineData("""Send("task/" + id)""")]
    [InlineData("""Send($"task-agent/{agentId}")""")]
    [InlineData("""new("/org/x")""")]
    [InlineData("""path += "/run";""")]
    [InlineData("""Send("tags/" + id)""")]
    [InlineData("""const string Path = "task/{task_id}/run";""")]
    public void A_path_is_recognized(string code) => PathText().IsMatch(code).Should().BeTrue();

    [GeneratedRegex(
        """
        "[^"]*(?:\{\w+_id\}|\btask/|\btask-agent\b|\borg/|\bproject/|/run\b|/file/|\btags?/|\bmodel/|\breporting-groups\b)[^"]*"
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 30_000)]
    private static partial Regex PathText();
}
