using System.Text.Json.Nodes;
using FluentAssertions;
using FluentAssertions.Execution;
using FluentAssertions.Primitives;

namespace TaskPlatform.Client.Tests;

/// <summary>Compares JSON by what it says, not by its spaces and order of keys.</summary>
internal static class JsonAssertions
{
    internal static AndConstraint<StringAssertions> BeJson(this StringAssertions actual, string expected)
    {
        Execute.Assertion
            .ForCondition(JsonNode.DeepEquals(JsonNode.Parse(actual.Subject), JsonNode.Parse(expected)))
            .FailWith("Expected JSON {0}, but found {1}.", expected, actual.Subject);
        return new AndConstraint<StringAssertions>(actual);
    }
}
