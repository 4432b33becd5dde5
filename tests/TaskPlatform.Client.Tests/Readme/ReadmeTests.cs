using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Identity;
using TaskPlatform.Client.LlmModels;
using TaskPlatform.Client.ReportingGroups;
using TaskPlatform.Client.Tags;
using TaskPlatform.Client.Tasks;
using Xunit;

namespace TaskPlatform.Client.Tests.Readme;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_block_of_code_is_compiled_and_run_by_a_test() =>
        ReadmeFile.Blocks().Except(ReadmeFile.Snippets().Values, StringComparer.Ordinal).Should().BeEmpty("a block of README must equal a marked snippet of the tests");

    [Fact]
    public void Every_marked_snippet_stands_in_README() =>
        ReadmeFile.Snippets().Values.Except(ReadmeFile.Blocks(), StringComparer.Ordinal).Should().BeEmpty("a marked snippet must stand in README as it is");

    [Fact]
    public void All_code_that_looks_like_CSharp_is_in_a_block_that_is_compared()
    {
        string[] languages = [.. ReadmeFile.LinesOfAll.Where(line => line.StartsWith("```", StringComparison.Ordinal) && line.Length > 3).Distinct(StringComparer.Ordinal)];

        languages.Should().BeSubsetOf(["```csharp", "```json", "```sh"]);
        ReadmeFile.Blocks().Should().HaveCountGreaterThan(15);
    }

    [Fact]
    public void The_first_program_is_a_whole_one()
    {
        string program = ReadmeFile.Snippets()["first-program"];

        program.Should().StartWith("using TaskPlatform.Client;\n").And.Be(ReadmeFile.Blocks()[0]);
    }

    [Theory]
    [InlineData("dotnet run", "dotnet run --project samples/Quickstart")]
    [InlineData("dotnet test", "dotnet test")]
    public void The_commands_stand_alone_on_their_lines(string start, string command) =>
        ReadmeFile.Lines.First(line => line.StartsWith(start, StringComparison.Ordinal)).Should().Be(command);

    [Fact]
    public void The_endpoints_are_those_of_the_route_tables()
    {
        string[] written = [.. ReadmeFile.Lines
            .Select(line => EndpointRow().Match(line))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["method"].Value} {match.Groups["template"].Value} {match.Groups["span"].Value}")];

        written.Should().BeEquivalentTo(Routes(typeof(TaskRoutes)).Concat(Routes(typeof(TaskAgentRoutes))).Concat(Routes(typeof(LlmModelRoutes))).Concat(Routes(typeof(TagRoutes))).Concat(Routes(typeof(ReportingGroupRoutes))).Concat(Routes(typeof(IdentityRoutes))));
    }

    [Fact]
    public void The_operations_beside_the_endpoints_are_all_there_are()
    {
        string[] written = [.. ReadmeFile.Lines.Where(line => EndpointRow().IsMatch(line)).SelectMany(line => Operation().Matches(line)).Select(match => match.Value)];

        written.Should().BeEquivalentTo(
            Operations("Tasks", typeof(TasksClient))
                .Concat(Operations("Models", typeof(LlmModelsClient)))
                .Concat(Operations("Agents", typeof(TaskAgentsClient)))
                .Concat(Operations("Tags", typeof(TagsClient)))
                .Concat(Operations("ReportingGroups", typeof(ReportingGroupsClient)))
                .Concat(Operations("client", typeof(TaskPlatformClient)).Where(static name => name.EndsWith("Async", StringComparison.Ordinal) && name is not ("client.DisposeAsync" or "client.SendAsync"))));
    }

    [Fact]
    public void What_has_no_endpoint_there_has_a_row_of_its_own() =>
        ReadmeFile.Lines.Should().Contain("| any | any | `client.SendAsync` | `raw_call` |");

    [Theory]
    [InlineData(typeof(TaskPlatformClientOptions), "")]
    [InlineData(typeof(TaskPlatformRetryOptions), "Retry.")]
    [InlineData(typeof(TaskPlatformTimeoutOptions), "Timeouts.")]
    [InlineData(typeof(TaskPlatformFallbackOptions), "Fallback.")]
    public void Every_option_is_named(Type options, string prefix)
    {
        string text = string.Join('\n', ReadmeFile.Lines);

        options.GetProperties().Where(property => !IsPart(property)).Select(property => $"`{prefix}{property.Name}`")
            .Should().OnlyContain(name => text.Contains(name, StringComparison.Ordinal));

        static bool IsPart(PropertyInfo property) => property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exception_is_named()
    {
        string text = string.Join('\n', ReadmeFile.Lines);

        typeof(TaskPlatformException).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception)))
            .Should().OnlyContain(type => text.Contains($"`{type.Name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void No_link_is_relative() =>
        ReadmeFile.LinesOfAll.SelectMany(line => Link().Matches(line)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.StartsWith("https://", StringComparison.Ordinal))
            .Should().BeEmpty("README is shown by package galleries too, where the other files are not");

    private static IEnumerable<string> Routes(Type table) => table
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Select(field => field.GetValue(null)!)
        .Select(route => $"{route.GetType().GetProperty("Method")!.GetValue(route)} {route.GetType().GetProperty("Template")!.GetValue(route)} {route.GetType().GetProperty("Operation")!.GetValue(route)}");

    private static IEnumerable<string> Operations(string member, Type client) => client
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(method => $"{member}.{method.Name}")
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("(?:Tasks|Models|Agents|Tags|ReportingGroups|client)\\.[A-Za-z]+Async", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Operation();

    [GeneratedRegex(@"^\| `(?<method>[A-Z]+)` \| `(?<template>[^`]+)` \|[^|]+\| `(?<span>[a-z_]+)` \|$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointRow();

    [GeneratedRegex(@"\]\((?<target>[^)]*)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
