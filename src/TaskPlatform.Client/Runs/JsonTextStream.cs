#if NET9_0_OR_GREATER
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Runs;

/// <summary>
/// The UTF-8 of a JSON string's text: what stands there plainly is copied, an escape is resolved, and no string is made.
/// Wants a buffer of four bytes at least, as its one reader has.
/// </summary>
internal sealed class JsonTextStream(JsonElement text) : ForwardStream
{
    private const int LongestCharacter = 4;

    private int position = 1; // behind the quote

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(text)[..^1];
        int written = 0;
        while (position < json.Length)
        {
            int plain = CopyPlain(json[position..], buffer[written..]);
            position += plain;
            written += plain;
            if (position == json.Length || buffer.Length - written < LongestCharacter)
            {
                break;
            }

            written += Resolve(json[position..], out int length).EncodeToUtf8(buffer[written..]);
            position += length;
        }

        return written;
    }

    private static int CopyPlain(ReadOnlySpan<byte> json, Span<byte> buffer)
    {
        int escape = json.IndexOf((byte)'\\');
        int length = Math.Min(escape < 0 ? json.Length : escape, buffer.Length);
        json[..length].CopyTo(buffer);
        return length;
    }

    private static Rune Resolve(ReadOnlySpan<byte> escape, out int length)
    {
        length = 2;
        return escape[1] switch
        {
            (byte)'b' => new Rune('\b'),
            (byte)'f' => new Rune('\f'),
            (byte)'n' => new Rune('\n'),
            (byte)'r' => new Rune('\r'),
            (byte)'t' => new Rune('\t'),
            (byte)'u' => ResolveUnits(escape, out length),
            byte itself => new Rune(itself),
        };
    }

    private static Rune ResolveUnits(ReadOnlySpan<byte> escape, out int length)
    {
        length = 6;
        char unit = Unit(escape);
        if (!char.IsHighSurrogate(unit))
        {
            return new Rune(unit);
        }

        length = 12;
        return new Rune(unit, Unit(escape[6..]));
    }

    // Four hexadecimal digits behind the u; half a surrogate pair was repaired when the answer came.
    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
}
#endif
