using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Batches;

/// <summary>One line of a run log: its head, an input that is about to be sent, or what became of one. Never an input, an output or a secret.</summary>
internal sealed record RunLogLine
{
    private const int Version = 1;

    internal Guid? TaskId { get; private init; }

    internal long? Index { get; private init; }

    internal string? Reference { get; private init; }

    internal string? Fingerprint { get; private init; }

    internal DateTimeOffset? SentAt { get; private init; }

    internal RunOutcomeKind? Status { get; private init; }

    internal Guid? RunId { get; private init; }

    internal decimal? Credits { get; private init; }

    internal int RunsWithoutPrice { get; private init; }

    internal string? Error { get; private init; }

    internal static RunLogLine Head(Guid taskId) => new() { TaskId = taskId };

    internal static RunLogLine Intent(RunInput input, DateTimeOffset now) =>
        new() { Index = input.Index, Reference = input.Reference, Fingerprint = input.Fingerprint, SentAt = now };

    internal static RunLogLine Outcome(RunOutcome outcome) => new()
    {
        Index = outcome.Index,
        Status = outcome.Kind,
        RunId = outcome.RunId,
        Credits = outcome.Credits,
        RunsWithoutPrice = RunEvidence.RunsWithoutPrice(outcome),
        Error = outcome.Error?.GetType().Name,
    };

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is none of a run log.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static RunLogLine Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        JsonElement line = document.RootElement;
        try
        {
            if (Find(line, "run_log") is { } version && version.GetInt32() != Version)
            {
                throw new FormatException($"It was written in version {version.GetRawText()} of the format; this one reads {Version}.");
            }

            return new RunLogLine
            {
                TaskId = Find(line, "task_id")?.GetGuid(),
                Index = Find(line, "index")?.GetInt64(),
                Reference = Find(line, "reference")?.GetString(),
                Fingerprint = Find(line, "sha256")?.GetString(),
                SentAt = Find(line, "sent_at")?.GetDateTimeOffset(),
                Status = Find(line, "status") is { } word ? RunLogStatus.Parse(word.GetString()) : null,
                RunId = Find(line, "run_id")?.GetGuid(),
                Credits = Find(line, "credits")?.GetDecimal(),
                RunsWithoutPrice = Find(line, "runs_without_price")?.GetInt32() ?? 0,
                Error = Find(line, "error")?.GetString(),
            };
        }
        catch (InvalidOperationException wrongKind)
        {
            throw new FormatException("A value is of the wrong kind.", wrongKind);
        }
    }

    /// <summary>The line as bytes, its end included.</summary>
    internal ReadOnlyMemory<byte> ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }

    // References and the names of foreign exceptions stay out of logs of another kind.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Index = ").Append(Index).Append(", Status = ").Append(Status);
        return true;
    }

    private void Write(Utf8JsonWriter json)
    {
        if (TaskId is { } taskId)
        {
            json.WriteNumber("run_log", Version);
            json.WriteString("task_id", taskId);
            return;
        }

        json.WriteNumber("index", Index!.Value);
        if (Status is not { } status)
        {
            json.WriteString("sent_at", SentAt!.Value);
            json.WriteString("sha256", Fingerprint);
            json.WriteString("reference", Reference);
            return;
        }

        json.WriteString("status", RunLogStatus.Write(status));
        json.WriteString("error", Error);
        if (RunId is { } runId)
        {
            json.WriteString("run_id", runId);
        }

        if (Credits is { } credits)
        {
            json.WriteNumber("credits", credits);
        }

        if (RunsWithoutPrice > 0)
        {
            json.WriteNumber("runs_without_price", RunsWithoutPrice);
        }
    }

    private static JsonElement? Find(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
