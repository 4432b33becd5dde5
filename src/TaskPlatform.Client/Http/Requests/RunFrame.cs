using System.Text.Json;
using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>
/// The JSON of a run with every file's content left empty, and the places where the contents go. Made once per call and
/// written with every attempt, so that no file is ever held in memory.
/// </summary>
internal sealed class RunFrame : BodySource
{
    private readonly IProgress<TransferProgress>? progress;

    private RunFrame(ReadOnlyMemory<byte> json, Gap[] gaps, IProgress<TransferProgress>? progress)
    {
        this.progress = progress;
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

    internal static RunFrame Of(RunTaskRequest request, IProgress<TransferProgress>? progress, long maxFileSize)
    {
        Gap[] gaps = request.Files.Count == 0 ? [] : new Gap[request.Files.Count];
        byte[] json = JsonScratch.Write((request, gaps, maxFileSize), static (writer, run) => Write(writer, run.request, run.gaps, run.maxFileSize));
        return new RunFrame(json, gaps, progress);
    }

    internal override RequestBody Create(AttemptClock clock, (TimeLimit Limit, TimeSpan Duration) answerLimit) =>
        new RunBody(this, progress) { Clock = clock, AnswerLimit = answerLimit };

    private static void Write(Utf8JsonWriter writer, RunTaskRequest request, Gap[] gaps, long maxFileSize)
    {
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
                int offset = (int)(writer.BytesCommitted + writer.BytesPending) - 1;
                gaps[i] = new Gap(offset, i, request.Files[i], request.Files[i].Length, maxFileSize);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        RunTaskRequestConverter.WriteRest(writer, request);
        writer.WriteEndObject();
    }

    /// <summary>The place of one file's content: the offset between its quotes, which of the request's files it is, and how long it may be.</summary>
    internal readonly record struct Gap(int Offset, int Index, TaskFile File, long? FileLength, long Limit)
    {
        internal long? EncodedLength => (FileLength + 2) / 3 * 4;
    }
}
