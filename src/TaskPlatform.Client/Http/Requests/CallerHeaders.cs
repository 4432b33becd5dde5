namespace TaskPlatform.Client.Http.Requests;

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
                throw new ArgumentException($"RequestOptions.Headers can't set '{name}': the client sets it.", nameof(headers));
            }

            if (value is null || value.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0)
            {
                throw new ArgumentException($"RequestOptions.Headers holds a value for '{name}' that can't stand in a header: visible ASCII and blanks only.", nameof(headers));
            }

            // A name that is none, or one of a body's, would be left out without a word.
            using var probe = new HttpRequestMessage();
            if (!probe.Headers.TryAddWithoutValidation(name, value))
            {
                throw new ArgumentException($"RequestOptions.Headers can't set '{name}': that is no header of a request.", nameof(headers));
            }
        }
    }
}
