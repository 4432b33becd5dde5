using System.Text;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Damages bytes, as a broken proxy would.</summary>
internal static class ByteMutator
{
    private static readonly byte[][] Odd =
    [
        [0xFF], [0xC3, 0x28], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xF5, 0x80, 0x80, 0x80], [0x80], [0x00], [0x1B], [0x0A], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xA8],
        [.. "\\"u8], [.. "\""u8], [.. "\\ud83d"u8], [.. "{"u8], [.. "}"u8], [.. "["u8], [.. "]"u8], [.. ","u8], [.. ":"u8], [.. "<html>"u8], [.. "//"u8], [.. "null"u8],
    ];

    internal static byte[] Damage(byte[] body, IReadOnlyList<byte[]> others, Random random)
    {
        int at = random.Next(body.Length + 1);
        switch (random.Next(10))
        {
            case 0:
                return body[..at];
            case 1 when body.Length > 0:
                byte[] flipped = [.. body];
                flipped[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 2 or 3:
                return [.. body[..at], .. TreeMutator.One(Odd, random), .. body[at..]];
            case 4 when body.Length > 0:
                byte[] odd = TreeMutator.One(Odd, random);
                return [.. body[..at], .. odd, .. body[Math.Min(body.Length, at + odd.Length)..]];
            case 5:
                byte[] other = TreeMutator.One(others, random);
                return [.. body[..at], .. other[random.Next(other.Length + 1)..]];
            case 6:
                int end = Math.Min(body.Length, at + random.Next(64));
                return [.. body[..end], .. body[at..]];
            case 7:
                return [.. body[..at], .. body[Math.Min(body.Length, at + random.Next(64))..]];
            case 8:
                return [0xEF, 0xBB, 0xBF, .. body];
            default:
                return random.Next(4) switch
                {
                    0 => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))).ToArray(),
                    1 => [.. body, .. body],
                    2 => [.. " \r\n\t"u8, .. body, .. "\n"u8],
                    _ => [.. body, (byte)random.Next(256)],
                };
        }
    }
}
