using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Identity;
using TaskPlatform.Client.LlmModels;
using TaskPlatform.Client.ReportingGroups;
using TaskPlatform.Client.Tags;
using TaskPlatform.Client.Tasks;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>docs/wire.md names every endpoint, every operation, and what goes in and comes out.</summary>
public sealed partial class WireReferenceTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "wire.md"));

    private static readonly Type[] Tables = [typeof(TaskRoutes), typeof(TaskAgentRoutes), typeof(LlmModelRoutes), typeof(TagRoutes), typeof(ReportingGroupRoutes), typeof(IdentityRoutes)];

    [Fact]
    public void The_endpoints_are_those_of_the_route_tables()
    {
        string[] written = [.. Lines
            .Select(line => EndpointRow().Match(line))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["method"].Value} {match.Groups["template"].Value} {match.Groups["span"].Value}")];

        written.Should().BeEquivalentTo(Tables.SelectMany(Routes));
    }

    [Fact]
    public void The_bodies_and_answers_are_those_of_the_route_tables()
    {
        string[] written = [.. Lines
            .Select(line => TypesRow().Match(line))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["span"].Value}: {match.Groups["body"].Value} -> {match.Groups["answer"].Value}")];

        written.Should().BeEquivalentTo(Tables.SelectMany(Types));
    }

    [Fact]
    public void The_operations_beside_the_endpoints_are_all_there_are()
    {
        string[] written = [.. Lines.Where(line => EndpointRow().IsMatch(line)).SelectMany(line => Operation().Matches(line)).Select(match => match.Value)];

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
        Lines.Should().Contain("| any | any | `client.SendAsync` | `raw_call` |");

    private static IEnumerable<string> Routes(Type table) => table
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Select(field => field.GetValue(null)!)
        .Select(route => $"{route.GetType().GetProperty("Method")!.GetValue(route)} {route.GetType().GetProperty("Template")!.GetValue(route)} {route.GetType().GetProperty("Operation")!.GetValue(route)}");

    private static IEnumerable<string> Types(Type table) =>
        from field in table.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        let types = field.FieldType.GetGenericArguments()
        select $"{field.FieldType.GetProperty("Operation")!.GetValue(field.GetValue(null))}: {Body(types[0])} -> {AnswerOf(types[1])}";

    private static string Body(Type type) =>
        type == typeof(Nothing) ? "none" : type == typeof(TagEntities) ? """`{"entities": [id]}`""" : $"`{type.Name}`";

    private static string AnswerOf(Type type) => type switch
    {
        _ when type == typeof(Nothing) => "nothing is read",
        _ when type == typeof(Stream) => "the file's bytes",
        _ when type == typeof(EventStream) => $"server-sent events: `{nameof(TaskAgentEvent)}`",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Page<>) => $"pages of `{type.GetGenericArguments()[0].Name}`",
        { IsGenericType: true } => $"a list of `{type.GetGenericArguments()[0].Name}`",
        _ => $"`{type.Name}`",
    };

    private static IEnumerable<string> Operations(string member, Type client) => client
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(method => $"{member}.{method.Name}")
        .Distinct(StringComparer.Ordinal);

    // Behind a comma or a colon the row may say more.
    [GeneratedRegex(@"^\| `(?<span>[a-z_]+)` \| (?<body>none|`[^`]+`) \|[^|]*\| (?<answer>(?:server-sent events: )?[^|,:]+?)(?:[,:] [^|]+)? \|$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypesRow();

    [GeneratedRegex("(?:Tasks|Models|Agents|Tags|ReportingGroups|client)\\.[A-Za-z]+Async", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Operation();

    [GeneratedRegex(@"^\| `(?<method>[A-Z]+)` \| `(?<template>[^`]+)` \|[^|]+\| `(?<span>[a-z_]+)` \|$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointRow();
}
