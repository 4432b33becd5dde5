using System.Globalization;
using System.Text;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Writes the text of an API exception: status, reason, the server's own words cut short, where, request id. Never the body.</summary>
internal static class ErrorMessage
{
    private const int ServerTextLimit = 300;
    private const int IssuesShown = 5;

    internal static string Compose(ErrorAnswer answer, ErrorContext context)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The platform answered {(int)answer.StatusCode}");
        if (Enum.IsDefined(answer.StatusCode))
        {
            text.Append(CultureInfo.InvariantCulture, $" {answer.StatusCode}");
        }

        text.Append(" to ").Append(context.Call);
        if (answer.Reason is not null)
        {
            text.Append(" (").Append(Excerpt.Line(answer.Reason, 64)).Append(')');
        }

        int left = ServerTextLimit;
        if (!string.IsNullOrWhiteSpace(answer.Message))
        {
            string words = Excerpt.Line(answer.Message, left);
            left -= words.Length;
            text.Append(": ").Append(words);
        }

        if (text[^1] is not ('.' or '!' or '?' or '…'))
        {
            text.Append('.');
        }

        AppendIssues(text, answer.Issues, left);
        if (answer.RetryAfter is { } wait)
        {
            text.Append(CultureInfo.InvariantCulture, $" It asks to wait {wait.TotalSeconds:0.#} s.");
        }

        if (answer.RequestId is not null)
        {
            text.Append(" Request id: ").Append(Excerpt.Line(answer.RequestId, 100)).Append('.');
        }

        if (context.MayHaveRun)
        {
            text.Append(" The call may have been carried out: look before you repeat it.");
        }

        return text.ToString();
    }

    // Where and which kind for each; the server's words for as many as have room.
    private static void AppendIssues(StringBuilder text, IReadOnlyList<ValidationIssue> issues, int left)
    {
        for (int i = 0; i < Math.Min(issues.Count, IssuesShown); i++)
        {
            text.Append(i == 0 ? " At " : "; ").Append(Excerpt.Line(issues[i].Location, 100)).Append(" (").Append(Excerpt.Line(issues[i].Type, 40)).Append(')');
            if (left > 0 && issues[i].Message.Length > 0)
            {
                string words = Excerpt.Line(issues[i].Message, left);
                left -= words.Length;
                text.Append(": ").Append(words);
            }
        }

        if (issues.Count > 0)
        {
            text.Append(issues.Count > IssuesShown ? "; …" : ".");
        }
    }
}
