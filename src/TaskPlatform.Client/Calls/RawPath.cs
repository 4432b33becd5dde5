using System.Buffers;

namespace TaskPlatform.Client.Calls;

/// <summary>
/// Holds a path the caller wrote to the project it is sent to. What could lead elsewhere, in whatever spelling some
/// server or proxy may read it, is refused, so that the bearer and the call stay within the project.
/// </summary>
internal static class RawPath
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=%";

    // No '@', '#', '\' and nothing beyond ASCII: there each has a spelling with '%' that can't be misread.
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(Letters + "/");
    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(Letters + "/:?");

    internal static string Checked(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int mark = path.IndexOf('?', StringComparison.Ordinal);
        string way = mark < 0 ? path : path[..mark];
        if (way.Length == 0 || way[0] == '/' || way.Contains("//", StringComparison.Ordinal))
        {
            throw Refused("it is empty, begins with a slash or has two in a row", nameof(path));
        }

        if (way.AsSpan().ContainsAnyExcept(PathCharacters) || path.AsSpan(way.Length).ContainsAnyExcept(QueryCharacters))
        {
            throw Refused("it has a character that must be escaped (Uri.EscapeDataString)", nameof(path));
        }

        if (!HasWholeEscapes(path))
        {
            throw Refused("a '%' in it is no escape: it stands before two hexadecimal digits", nameof(path));
        }

        CheckSpellings(way, nameof(path));
        return path;
    }

    internal static ArgumentException Refused(string reason, string parameter) =>
        new($"The path must lie under the project's address, like \"task_forwarder?page_limit=10\"; {reason}. Nothing was sent.", parameter);

    // As it stands and as often as it can be unescaped: somebody on the way may do so once more.
    private static void CheckSpellings(string way, string parameter)
    {
        string spelled = way;
        for (string before = ""; before != spelled; spelled = Uri.UnescapeDataString(before))
        {
            before = spelled;
            if (spelled.Any(static character => character == '\\' || char.IsControl(character)) || spelled.Split('/').Any(IsDots))
            {
                throw Refused("it has a segment of dots, a backslash or a control character, or hides one in escapes", parameter);
            }
        }

        if (HasEscape(spelled))
        {
            throw Refused("an escape in it is no UTF-8", parameter);
        }
    }

    // Some servers cut a segment at ';' and trim blanks before they look for dots.
    private static bool IsDots(string segment) =>
        segment.Split(';')[0].Trim() is { Length: > 0 } name && name.All(static character => character == '.');

    private static bool HasWholeEscapes(string text)
    {
        for (int at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (!IsEscape(text, at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasEscape(string text) =>
        text.Select((character, at) => character == '%' && IsEscape(text, at)).Any(static found => found);

    private static bool IsEscape(string text, int at) =>
        at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
}
