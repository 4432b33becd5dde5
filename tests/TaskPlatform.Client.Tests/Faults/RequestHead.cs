using System.Globalization;
using System.Text;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>The first line and the headers of a request, as far as a server needs them to know where it ends.</summary>
internal sealed record RequestHead(string Method, string Target, long ContentLength, bool IsChunked, bool HasAuthorization)
{
    internal bool IsRun => Target.Split('?')[0].EndsWith("/run", StringComparison.Ordinal);

    internal bool IsFile => Target.Contains("/file/", StringComparison.Ordinal);

    internal bool IsToken => Target.Contains("/oauth2/", StringComparison.Ordinal);

    internal bool IsAgent => Target.Contains("/task-agent/", StringComparison.Ordinal);

    /// <summary>Whether carrying it out costs or changes something.</summary>
    internal bool IsPaid => Method == "POST" && !IsToken;

    internal bool UsesFallback => Target.Contains("use_fallback_model=true", StringComparison.Ordinal);

    internal static RequestHead Parse(ReadOnlySpan<byte> bytes)
    {
        string[] lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        string[] first = lines[0].Split(' ');
        Dictionary<string, string> headers = lines.Skip(1).Select(static line => line.Split(": ", 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new RequestHead(
            first[0],
            first[1],
            headers.TryGetValue("Content-Length", out string? length) ? long.Parse(length, CultureInfo.InvariantCulture) : 0,
            headers.ContainsKey("Transfer-Encoding"),
            headers.ContainsKey("Authorization"));
    }
}
