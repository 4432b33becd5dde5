using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>Fails with one line for each offender, whole: an assertion on a list would cut it short.</summary>
internal static class Convention
{
    /// <summary>Demands that nobody breaks a rule.</summary>
    /// <param name="rule">The rule, with what to do about an offender.</param>
    /// <param name="offenders">Who breaks it.</param>
    internal static void Holds(string rule, IEnumerable<string> offenders)
    {
        string[] found = [.. offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (found.Length > 0)
        {
            Assert.Fail($"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, found.Select(static one => "  " + one))}");
        }
    }
}
