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

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>docs/wire.md names every endpoint and every operation.</summary>
public sealed partial class WireReferenceTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "wire.md"));

    [Fact]
    public void The_endpoints_are_those_of_the_route_tables()
    {
        string[] written = [.. Lines
            .Select(line => EndpointRow().Match(line))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["method"].Value} {match.Groups["template"].Value} {match.Groups["span"].Value}")];

        written.Should().BeEquivalentTo(Routes(typeof(TaskRoutes)).Concat(Routes(typeof(TaskAgentRoutes))).Concat(Routes(typeof(LlmModelRoutes))).Concat(Routes(typeof(TagRoutes))).Concat(Routes(typeof(ReportingGroupRoutes))).Concat(Routes(typeof(IdentityRoutes))));
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

    private static IEnumerable<string> Operations(string member, Type client) => client
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(method => $"{member}.{method.Name}")
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("(?:Tasks|Models|Agents|Tags|ReportingGroups|client)\\.[A-Za-z]+Async", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Operation();

    [GeneratedRegex(@"^\| `(?<method>[A-Z]+)` \| `(?<template>[^`]+)` \|[^|]+\| `(?<span>[a-z_]+)` \|$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointRow();
}
