using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TaskPlatform.Client.Tests.Conventions;

/// <summary>A text that tells which member it was put into, to be looked for where it must not turn up.</summary>
internal static partial class Marker
{
    internal static string Of(string member) => $"mark-{member}-end";

    /// <summary>An object that is marked in its key and in its value: both are content.</summary>
    internal static JsonObject Object(string member) => new() { [Of(member)] = Of(member) };

    internal static JsonElement Element(string member) => JsonSerializer.SerializeToElement(Object(member));

    /// <summary>The members whose text turned up.</summary>
    internal static IEnumerable<string> In(string text) => Found().Matches(text).Select(static match => match.Groups["member"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("mark-(?<member>.+?)-end", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Found();
}
