using System.Buffers;
using System.Text.Json;

namespace TaskPlatform.Client.Http;

/// <summary>
/// The JSON of a run with every file's content left empty, and the places where the contents go. Made once per call and
/// written with every attempt, so that no file is ever held in memory.
/// </summary>
internal sealed class RunFrame
{
    private RunFrame(ReadOnlyMemory<byte> json, Gap[] gaps)
    {
        Json = json;
        Gaps = gaps;
        Length = json.Length;
        foreach (Gap gap in gaps)
        {
            Length += gap.EncodedLength;
        }
    }

    /// <summary>The whole body but for the files' contents.</summary>
    internal ReadOnlyMemory<byte> Json { get; }

    /// <summary>Where the contents go, in order.</summary>
    internal Gap[] Gaps { get; }

    /// <summary>The body's exact length, or null when a file's is not known beforehand.</summary>
    internal long? Length { get; }

    internal static RunFrame Of(RunTaskRequest request, long maxFileSize)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Gap[] gaps = request.Files.Count == 0 ? [] : new Gap[request.Files.Count];
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        RunTaskRequestConverter.WriteInput(writer, request);
        if (gaps.Length > 0)
        {
            writer.WriteStartArray("task_files"u8);
            for (int i = 0; i < gaps.Length; i++)
            {
                writer.WriteStartObject();
                writer.WriteString("filename"u8, request.Files[i].FileName);
                writer.WriteString("content"u8, ReadOnlySpan<byte>.Empty);
                writer.Flush();
                gaps[i] = new Gap(buffer.WrittenCount - 1, i, request.Files[i], request.Files[i].Length, maxFileSize);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        RunTaskRequestConverter.WriteRest(writer, request);
        writer.WriteEndObject();
        writer.Flush();
        return new RunFrame(buffer.WrittenMemory, gaps);
    }

    /// <summary>The place of one file's content: the offset between its quotes, which of the request's files it is, and how long it may be.</summary>
    internal readonly record struct Gap(int Offset, int Index, TaskFile File, long? FileLength, long Limit)
    {
        internal long? EncodedLength => (FileLength + 2) / 3 * 4;
    }
}
