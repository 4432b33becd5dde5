using System.Globalization;
using System.Text;

namespace TaskPlatform.Client.Http;

/// <summary>Writes the text of an API exception: status, reason, the server's own words cut short, where, request id. Never the body.</summary>
internal static class ErrorMessage
{
    private const int ServerTextLimit = 300;
    private const int IssuesShown = 5;

    internal static string Compose(ErrorAnswer answer)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The platform answered {(int)answer.StatusCode} {answer.StatusCode}");
        if (answer.Reason is not null)
        {
            text.Append(" (").Append(Cut(answer.Reason, 64)).Append(')');
        }

        if (!string.IsNullOrWhiteSpace(answer.Message))
        {
            text.Append(": ").Append(Cut(answer.Message, ServerTextLimit));
        }

        if (answer.Issues.Count > 0)
        {
            text.Append(" At ").AppendJoin(", ", answer.Issues.Take(IssuesShown).Select(static issue => $"{Cut(issue.Location, 100)} ({Cut(issue.Type, 40)})"));
            text.Append(answer.Issues.Count > IssuesShown ? ", …" : ".");
        }

        if (answer.RetryAfter is { } wait)
        {
            text.Append(CultureInfo.InvariantCulture, $" It asks to wait {wait.TotalSeconds:0.#} s.");
        }

        if (answer.RequestId is not null)
        {
            text.Append(" Request id: ").Append(Cut(answer.RequestId, 100)).Append('.');
        }

        return text.ToString();
    }

    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        // Never through the middle of a surrogate pair.
        int end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
