using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace TaskPlatform.Client.AI;

/// <summary>What a model is given as the answer of a run. The run is paid for: whatever can't be fetched becomes a note.</summary>
internal sealed class FunctionResult(TasksClient tasks, int maxFileBytes)
{
    internal async ValueTask<object?> OfAsync(TaskRun run, CancellationToken cancellationToken) => run.Output switch
    {
        TextOutput text => text.Text,
        CsvOutput { Text: { } text } => text,
        CsvOutput csv => await FetchAsync(run, csv.File, static (bytes, _) => Encoding.UTF8.GetString(bytes.Span), cancellationToken).ConfigureAwait(false),
        ImageOutput image => await FetchAsync(run, image.File, Content, cancellationToken).ConfigureAwait(false),
        AudioOutput audio => await FetchAsync(run, audio.File, Content, cancellationToken).ConfigureAwait(false),
        PdfOutput pdf => await FetchAsync(run, pdf.File, Content, cancellationToken).ConfigureAwait(false),
        var other => other.Raw,
    };

    private async Task<object> FetchAsync(TaskRun run, RunFile? file, Func<ReadOnlyMemory<byte>, RunFile, object> read, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return Note(run, file, "The run is done, but its answer names no file.");
        }

        if (maxFileBytes == 0 || file.SizeBytes > maxFileBytes)
        {
            return TooLarge(run, file);
        }

        try
        {
            Stream content = await tasks.OpenFileAsync(run, file, cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                return await ReadAsync(content, cancellationToken).ConfigureAwait(false) is { } bytes ? read(bytes, file) : TooLarge(run, file);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Note(run, file, "The run is done and its file is kept on the platform, but it could not be fetched.");
        }
    }

    /// <summary>Null when there is more than may be fetched.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        byte[] part = new byte[81_920];
        for (int read; (read = await content.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + read > maxFileBytes)
            {
                return null;
            }

            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }

    private static DataContent Content(ReadOnlyMemory<byte> bytes, RunFile file)
    {
        string type = MediaTypeHeaderValue.TryParse(file.ContentType, out MediaTypeHeaderValue? told) ? told.MediaType! : "application/octet-stream";
        return new DataContent(bytes, type) { Name = file.OriginalFilename ?? file.StoredFilename };
    }

    private static JsonElement TooLarge(TaskRun run, RunFile file) =>
        Note(run, file, "The run is done and its file is kept on the platform; it is not handed on because of its size.");

    private static JsonElement Note(TaskRun run, RunFile? file, string note)
    {
        var written = new JsonObject { ["task_run_id"] = run.Id.ToString(), ["file_name"] = file?.StoredFilename, ["content_type"] = file?.ContentType, ["note"] = note };
        using var document = JsonDocument.Parse(written.ToJsonString());
        return document.RootElement.Clone();
    }
}
