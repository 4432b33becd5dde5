using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed partial class TestSourceTests
{
    [Fact]
    public void Classes_of_tests_end_in_Tests() => Convention.Holds(
        "A class holds tests and its name does not end in Tests: rename it, so that a reader of the folder sees which is which.",
        from type in typeof(TestSourceTests).Assembly.GetTypes()
        where type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(IsTest)
        where !type.Name.EndsWith("Tests", StringComparison.Ordinal)
        select type.FullName);

    [Fact]
    public void No_test_is_skipped() => Convention.Holds(
        "A test is skipped: mend it or take it out. A test that never runs holds nothing.",
        from file in Repository.CodeUnder(Path.Combine(Repository.Root, "tests"))
        let text = File.ReadAllText(file)
        from Match skip in Skip().Matches(text)
        select $"{Repository.Name(file)}: {skip.Value}");

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(static one => one is FactAttribute);

    [GeneratedRegex(@"(?:Fact|Theory|InlineData|MemberData|ClassData)\((?:[^()""]|""[^""]*""|\([^()]*\))*\bSkip\w*\s*=[^\n]*|Assert\.Skip\w*\([^\n]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Skip();
}
