using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Looks at the bytes between the quotes of a JSON string and replaces by U+FFFD what is no valid Unicode there: broken
/// UTF-8, and escaped halves of surrogate pairs, which models do produce.
/// </summary>
internal static class WireText
{
    private const int LengthOfUnit = 6;

    internal static bool IsValid(ReadOnlySpan<byte> escaped) => Utf8.IsValid(escaped) && FindHalf(escaped, 0) < 0;

    /// <summary>Gives the string's value, unescaped and made valid.</summary>
    internal static string Repair(ReadOnlySpan<byte> escaped)
    {
        byte[] valid = Encoding.UTF8.GetBytes($"\"{Encoding.UTF8.GetString(escaped)}\"");
        for (int half = FindHalf(valid, 0); half >= 0; half = FindHalf(valid, half + LengthOfUnit))
        {
            @"\ufffd"u8.CopyTo(valid.AsSpan(half));
        }

        using JsonDocument value = JsonDocument.Parse(valid);
        return value.RootElement.GetString()!;
    }

    private static int FindHalf(ReadOnlySpan<byte> escaped, int from)
    {
        for (int at = from; at < escaped.Length;)
        {
            int next = escaped[at..].IndexOf((byte)'\\');
            if (next < 0)
            {
                break;
            }

            at += next;
            int length = LengthOfEscape(escaped[at..]);
            if (length == 0)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    /// <summary>How many bytes the escape takes that starts here; 0 for half a surrogate pair.</summary>
    private static int LengthOfEscape(ReadOnlySpan<byte> escaped)
    {
        if (escaped[1] != 'u')
        {
            return 2;
        }

        char unit = Unit(escaped);
        if (!char.IsSurrogate(unit))
        {
            return LengthOfUnit;
        }

        ReadOnlySpan<byte> after = escaped[LengthOfUnit..];
        return char.IsHighSurrogate(unit) && after.StartsWith(@"\u"u8) && char.IsLowSurrogate(Unit(after)) ? 2 * LengthOfUnit : 0;
    }

    private static char Unit(ReadOnlySpan<byte> escaped) =>
        (char)ushort.Parse(escaped[2..LengthOfUnit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
