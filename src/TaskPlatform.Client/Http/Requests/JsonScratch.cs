using System.Buffers;
using System.Text.Json;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>Writes JSON into a buffer that each thread keeps for it, and gives an array of just the bytes written.</summary>
internal static class JsonScratch
{
    // More than nearly every request needs; a larger buffer is not worth keeping for the next one.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static Scratch? Kept;

    internal static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        Scratch scratch = Kept ?? new Scratch();
        Kept = null; // a value of the caller's may itself send a request while it is being written
        write(scratch.Writer, state);
        scratch.Writer.Flush();
        byte[] written = scratch.Buffer.WrittenSpan.ToArray();
        if (scratch.Buffer.Capacity <= LargestKept)
        {
            scratch.Buffer.Clear(); // zeroes it: a caller's inputs should not lie about
            scratch.Writer.Reset();
            Kept = scratch;
        }

        return written;
    }

    private sealed class Scratch
    {
        internal Scratch() => Writer = new Utf8JsonWriter(Buffer);

        internal ArrayBufferWriter<byte> Buffer { get; } = new(1024);

        internal Utf8JsonWriter Writer { get; }
    }
}
