namespace TaskPlatform.Client.Http;

/// <summary>Refuses headers of the caller that are the client's own business.</summary>
internal static class CallerHeaders
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Host", "Transfer-Encoding", "Connection", "Cookie",
    };

    internal static void Check(IReadOnlyDictionary<string, string>? headers)
    {
        if (headers is null)
        {
            return;
        }

        foreach ((string name, string value) in headers)
        {
            if (Own.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"RequestOptions.Headers can't set {name}: the client sets it.", nameof(headers));
            }

            if (name.Length == 0 || value is null || value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
            {
                throw new ArgumentException($"RequestOptions.Headers holds a value for '{name}' that can't stand in a header.", nameof(headers));
            }
        }
    }
}
