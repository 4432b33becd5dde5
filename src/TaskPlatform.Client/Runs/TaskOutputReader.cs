using System.Text.Json;

namespace TaskPlatform.Client.Runs;

/// <summary>
/// Makes the output of an answer. Nothing here throws: what does not fit is an <see cref="UnknownOutput"/> of the modality found.
/// </summary>
/// <remarks>
/// The JSON must fit the modality that <see cref="AnswerModality"/> finds:
/// <list type="table">
/// <listheader><term>modality</term><description>what fits, and <c>File</c></description></listheader>
/// <item><term>json</term><description>anything but null</description></item>
/// <item><term>text</term><description>a string</description></item>
/// <item><term>csv</term><description>an object with <c>csv_name</c>, the file it names; a string, the only file of that type</description></item>
/// <item><term>image, audio</term><description>an object with its name, the file it names</description></item>
/// <item><term>pdf</term><description>an object with <c>pdf_name</c>, the file it names; anything when there is exactly one file of that type, that file</description></item>
/// <item><term>any other</term><description>nothing</description></item>
/// </list>
/// </remarks>
internal static class TaskOutputReader
{
    internal static (TaskOutput Output, ModalitySource Source) Read(
        JsonElement response, OutputModality? answered, OutputModality? expected, IReadOnlyList<RunFile> files)
    {
        (OutputModality modality, ModalitySource source) = AnswerModality.Find(response, answered, expected, files);
        return (Fit(modality, response, files), source);
    }

    private static TaskOutput Fit(OutputModality modality, JsonElement response, IReadOnlyList<RunFile> files)
    {
        return modality.Value switch
        {
            OutputModality.Words.Json when response.ValueKind != JsonValueKind.Null => new JsonOutput(modality, response),
            OutputModality.Words.Text when response.ValueKind == JsonValueKind.String => new TextOutput(modality, response),
            OutputModality.Words.Csv when response.ValueKind == JsonValueKind.String =>
                new CsvOutput(modality, response, OnlyOf(MediaType.Csv)),
            OutputModality.Words.Csv when Names(AnswerModality.CsvName) => new CsvOutput(modality, response, Named(AnswerModality.CsvName) ?? OnlyOf(MediaType.Csv)),
            OutputModality.Words.Image when Names(AnswerModality.ImageName) => new ImageOutput(modality, response, Named(AnswerModality.ImageName)),
            OutputModality.Words.Audio when Names(AnswerModality.AudioName) => new AudioOutput(modality, response, Named(AnswerModality.AudioName)),
            OutputModality.Words.Pdf when Names(AnswerModality.PdfName) => new PdfOutput(modality, response, Named(AnswerModality.PdfName) ?? OnlyOf(MediaType.Pdf)),
            OutputModality.Words.Pdf when OnlyOf(MediaType.Pdf) is { } document => new PdfOutput(modality, response, document),
            _ => new UnknownOutput(modality, response),
        };

        bool Names(string key) =>
            response.ValueKind == JsonValueKind.Object && response.TryGetProperty(key, out JsonElement name) && name.ValueKind == JsonValueKind.String;

        RunFile? Named(string key) => NamedFile(response, response.GetProperty(key).GetString()!, files);

        RunFile? OnlyOf(string type) => MediaType.Only(files, file => MediaType.Of(file).Equals(type, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The run's own entry of that name says more than the answer, which may be the model's own text.</summary>
    private static RunFile? NamedFile(JsonElement response, string name, IReadOnlyList<RunFile> files)
    {
        if (name.Length == 0)
        {
            return null;
        }

        RunFile described = RunFileConverter.From(response)!;
        string stored = described.StoredFilename.Length > 0 ? described.StoredFilename : name;
        return files.FirstOrDefault(file => file.StoredFilename == stored) ?? described with { StoredFilename = stored };
    }
}
