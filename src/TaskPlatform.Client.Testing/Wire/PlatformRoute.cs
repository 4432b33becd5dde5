namespace TaskPlatform.Client.Testing.Wire;

/// <summary>One call: its method, the segments of its path below the base, and what answers it.</summary>
internal sealed record PlatformRoute(FakeOperation Operation, string Method, string[] Template, Func<Exchange, HttpResponseMessage> Endpoint)
{
    /// <summary>The values of the path, unescaped, or null when it is another path.</summary>
    public Dictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != Template.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < segments.Length; i++)
        {
            string expected = Template[i];
            if (expected[0] == '{' && segments[i].Length > 0)
            {
                values[expected[1..^1]] = Uri.UnescapeDataString(segments[i]);
            }
            else if (expected != segments[i])
            {
                return null;
            }
        }

        return values;
    }
}
