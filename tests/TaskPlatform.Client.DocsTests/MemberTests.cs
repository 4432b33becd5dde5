using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.DocsTests;

/// <summary>Tables of members lack none, and tables of defaults say the defaults.</summary>
public sealed partial class MemberTests
{
    [Theory]
    [InlineData("options.md", typeof(RequestOptions))]
    [InlineData("updates.md", typeof(UpdateTaskRequest))]
    [InlineData("updates.md", typeof(TaskUpdateResult))]
    [InlineData("running.md", typeof(RunTaskRequest))]
    [InlineData("fallback.md", typeof(RunFallback))]
    public void Every_member_is_named(string page, Type type)
    {
        string text = Document.Read($"docs/{page}").Text;

        type.GetProperties().Select(static member => member.Name).Where(static name => name != "AdditionalFieldsOnTheWire")
            .Should().OnlyContain(name => text.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_credential_is_named()
    {
        string text = Document.Read("docs/credentials.md").Text;

        typeof(TaskPlatformCredential).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(static factory => factory.Name)
            .Should().OnlyContain(name => text.Contains($"`{name}(", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_outcome_of_an_attempt_that_failed_is_in_the_table_of_evidence()
    {
        string text = Document.Read("docs/money.md").Text;

        Enum.GetNames<AttemptOutcome>().Where(static name => name != nameof(AttemptOutcome.Answered))
            .Should().OnlyContain(name => text.Contains($"| `{name}` |", StringComparison.Ordinal));
    }

    [Fact]
    public void The_defaults_are_those_of_the_options()
    {
        var options = new TaskPlatformClientOptions();
        var told = Document.Read("docs/options.md").Lines.Select(static line => Row().Match(line)).Where(static row => row.Success)
            .ToDictionary(static row => row.Groups["name"].Value, static row => row.Groups["value"].Value, StringComparer.Ordinal);

        foreach ((string prefix, object part) in new (string, object)[] { ("", options), ("Retry.", options.Retry), ("Timeouts.", options.Timeouts), ("Fallback.", options.Fallback) })
        {
            foreach (PropertyInfo member in part.GetType().GetProperties())
            {
                if (Written(member.GetValue(part), told.GetValueOrDefault(prefix + member.Name)) is { } expected)
                {
                    told[prefix + member.Name].Should().Be(expected, prefix + member.Name);
                }
            }
        }
    }

    // In the unit the page chose; null for what has no default that could be written.
    private static string? Written(object? value, string? told) => value switch
    {
        TimeSpan time when told?.EndsWith("min", StringComparison.Ordinal) == true => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} min"),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s"),
        0 => "0 (off)",
        int number => number.ToString(CultureInfo.InvariantCulture),
        true => "true",
        false => "false",
        Uri address => $"`{address.AbsoluteUri}`",
        Enum word => $"`{word}`",
        _ => null,
    };

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z.]+)` \| (?<value>[^|]+?) \|", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Row();
}
