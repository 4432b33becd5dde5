using System.Text;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>The beginning of a text that came from outside.</summary>
internal static class Excerpt
{
    /// <summary>At most so many characters, never half of a surrogate pair.</summary>
    internal static string Of(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];

    /// <summary>The same on one line, for a message: a server's line break would look like the next entry of a log.</summary>
    internal static string Line(string text, int limit)
    {
        string start = Of(text, limit);
        var line = new StringBuilder(start.Length + 1);
        foreach (char letter in start)
        {
            line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        }

        return line.Append(start.Length < text.Length ? "…" : "").ToString();
    }
}
