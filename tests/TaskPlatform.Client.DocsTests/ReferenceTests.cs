using System.Reflection;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.DocsTests;

/// <summary>The pages that name everything of a kind name all of it.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData(typeof(TaskPlatformClientOptions), "")]
    [InlineData(typeof(TaskPlatformRetryOptions), "Retry.")]
    [InlineData(typeof(TaskPlatformTimeoutOptions), "Timeouts.")]
    [InlineData(typeof(TaskPlatformFallbackOptions), "Fallback.")]
    public void Every_option_is_named(Type options, string prefix)
    {
        string text = Document.Read("docs/options.md").Text;

        options.GetProperties().Where(property => !IsPart(property)).Select(property => $"`{prefix}{property.Name}`")
            .Should().OnlyContain(name => text.Contains(name, StringComparison.Ordinal));

        static bool IsPart(PropertyInfo property) => property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exception_is_named()
    {
        string text = Document.Read("docs/errors.md").Text;

        typeof(TaskPlatformException).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception)))
            .Should().OnlyContain(type => text.Contains($"`{type.Name}`", StringComparison.Ordinal));
    }
}
