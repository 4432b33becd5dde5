using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed partial class DocumentationTests
{
    private static readonly string[] StopWords =
        ["a", "an", "the", "of", "for", "to", "in", "on", "or", "and", "its", "it", "this", "that", "is", "are", "be", "get", "set", "value", "whether"];

    private static IEnumerable<MemberInfo> DataMembers =>
        from type in SdkTypes.Public
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is PropertyInfo || (member is FieldInfo { IsSpecialName: false })
        select member;

    [Fact]
    public void Every_data_member_says_more_than_its_name() => Convention.Holds(
        "A summary only repeats the member's name: say what the value means, its default, limit or unit, when it is null, which field of the wire it stands for.",
        from member in DataMembers
        let documentation = XmlDocumentation.Of(member)
        where documentation is not null && documentation.Element("inheritdoc") is null
        let summary = XmlDocumentation.Text(documentation.Element("summary"))
        where !SaysMore(summary, member.Name)
        select $"{member.DeclaringType!.Name}.{member.Name}: \"{summary.Trim()}\"");

    [Fact]
    public void Every_public_type_and_data_member_has_documentation() => Convention.Holds(
        "Documentation is missing: write a summary, from the reader's side.",
        [
            .. SdkTypes.Public.Where(static type => XmlDocumentation.Of(type) is null).Select(static type => type.Name),
            .. DataMembers.Where(static member => XmlDocumentation.Of(member) is null).Select(static member => $"{member.DeclaringType!.Name}.{member.Name}"),
        ]);

    [Theory]
    [InlineData("ExposedToAgents", "credential")]
    [InlineData("Public", "any user")]
    public void Members_that_open_a_task_to_others_warn(string name, string warning)
    {
        MemberInfo[] members = [.. DataMembers.Where(member => member.Name == name && member.DeclaringType!.Name != "Words")];

        members.Should().NotBeEmpty();
        Convention.Holds(
            $"The documentation of this member must warn, with the words \"{warning}\": it lets others at the task.",
            from member in members
            where !XmlDocumentation.Text(XmlDocumentation.Of(member)).Contains(warning, StringComparison.OrdinalIgnoreCase)
            select $"{member.DeclaringType!.Name}.{member.Name}");
    }

    [Theory]
    [InlineData("Gets or sets the task id.", "TaskId", false)]
    [InlineData("The revisions.", "Revisions", false)]
    [InlineData("Whether it is active", "Active", false)]
    [InlineData("When it was made.", "Created", true)]
    [InlineData("The task's name, at most 63 characters.", "Name", true)]
    public void What_only_repeats_the_name_is_recognized(string summary, string name, bool saysMore) =>
        SaysMore(summary, name).Should().Be(saysMore);

    private static bool SaysMore(string summary, string name) =>
        Words(summary).Except(Words(name), StringComparer.Ordinal).Except(StopWords, StringComparer.Ordinal).Any();

    // One word whatever its number: "sets" is "set", "revisions" is "revision".
    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(static match => match.Value.ToLowerInvariant()).Select(static word => word.Length > 3 ? word.TrimEnd('s') : word);

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Word();
}
