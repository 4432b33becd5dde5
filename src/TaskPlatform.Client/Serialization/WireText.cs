using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads text of an answer without failing: a number or an object is kept as its JSON text, and what is not valid
/// Unicode is replaced by U+FFFD (the serializer would throw).
/// </summary>
internal static class WireText
{
    internal static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return JsonElement.ParseValue(ref reader).GetRawText();
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan));
        }
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int at = 0; at < escaped.Length; at++)
        {
            char character = escaped[at];
            if (character == '\\')
            {
                character = escaped[++at] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)ushort.Parse(escaped.AsSpan((at += 4) - 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    char itself => itself,
                };
            }

            text.Append(character);
        }

        // Encoding and decoding turns lone surrogates into U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
