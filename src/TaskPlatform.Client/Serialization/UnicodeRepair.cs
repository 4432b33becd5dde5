using System.Text;
using System.Text.Unicode;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Makes an answer readable as text: takes off a byte order mark, and replaces what is no valid Unicode (broken UTF-8,
/// half a surrogate pair in an escape) by U+FFFD. A paid answer is not lost to one bad character.
/// </summary>
internal static class UnicodeRepair
{
    internal static bool IsClean(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && !HasLoneSurrogate(json);

    internal static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        }

        return HasLoneSurrogate(json.Span) ? WithoutLoneSurrogates(json.Span) : json;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        for (int at = NextEscape(json, 0); at >= 0; at = NextEscape(json, at))
        {
            int length = SurrogateLength(json[at..]);
            if (length < 0)
            {
                return true;
            }

            at += length;
        }

        return false;
    }

    private static byte[] WithoutLoneSurrogates(ReadOnlySpan<byte> json)
    {
        byte[] clean = json.ToArray();
        for (int at = NextEscape(clean, 0); at >= 0; at = NextEscape(clean, at))
        {
            int length = SurrogateLength(clean.AsSpan(at));
            if (length < 0)
            {
                "\\uFFFD"u8.CopyTo(clean.AsSpan(at));
                length = 6;
            }

            at += length;
        }

        return clean;
    }

    // The next backslash at or after a place, or -1. Escapes stand only in strings, so no context is needed.
    private static int NextEscape(ReadOnlySpan<byte> json, int from)
    {
        int found = json[from..].IndexOf((byte)'\\');
        return found < 0 ? -1 : from + found;
    }

    // How long the escape here is, a surrogate pair counting as one; -1 for half a pair.
    private static int SurrogateLength(ReadOnlySpan<byte> escape)
    {
        if (!TryUnit(escape, out char unit))
        {
            return Math.Min(2, escape.Length);
        }

        if (!char.IsSurrogate(unit))
        {
            return 6;
        }

        return char.IsHighSurrogate(unit) && escape.Length > 6 && TryUnit(escape[6..], out char low) && char.IsLowSurrogate(low) ? 12 : -1;
    }

    private static bool TryUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        unit = '\0';
        if (escape.Length < 6 || escape[0] != '\\' || escape[1] != 'u'
            || !System.Buffers.Text.Utf8Parser.TryParse(escape.Slice(2, 4), out ushort value, out int read, 'x') || read != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
