using System.Text.Json;

namespace TaskPlatform.Client.Runs;

/// <summary>
/// Decides which modality an answer has and what is in it. Nothing here throws: what does not fit is an
/// <see cref="UnknownOutput"/> of the modality found.
/// </summary>
/// <remarks>
/// The first row that applies decides:
/// <list type="table">
/// <listheader><term>what is there</term><description>modality, and how it was found</description></listheader>
/// <item><term><c>output_modality</c> in the answer</term><description>that word; <see cref="ModalitySource.Answer"/></description></item>
/// <item><term><see cref="RunTaskRequest.ExpectedModality"/></term><description>that word; <see cref="ModalitySource.Expected"/></description></item>
/// <item><term>an object with a text <c>image_name</c>, <c>audio_name</c>, <c>pdf_name</c> or <c>csv_name</c> and else only keys of a file</term><description>that modality; <see cref="ModalitySource.Shape"/></description></item>
/// <item><term>any other object, an array</term><description>json; <see cref="ModalitySource.Shape"/></description></item>
/// <item><term>a string, and exactly one file that the run made, of a told type</term><description>what the type says; <see cref="ModalitySource.File"/></description></item>
/// <item><term>any other string</term><description>text; <see cref="ModalitySource.Shape"/></description></item>
/// <item><term>anything else</term><description>none; <see cref="ModalitySource.Unknown"/></description></item>
/// </list>
/// Then the JSON must fit the modality:
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
    private const string ImageName = "image_name";
    private const string AudioName = "audio_name";
    private const string PdfName = "pdf_name";
    private const string CsvName = "csv_name";
    private const string Pdf = "application/pdf";
    private const string Csv = "text/csv";

    internal static (TaskOutput Output, ModalitySource Source) Read(
        JsonElement response, OutputModality? answered, OutputModality? expected, IReadOnlyList<RunFile> files)
    {
        (OutputModality modality, ModalitySource source) = Find(response, answered, expected, files);
        return (Fit(modality, response, files), source);
    }

    private static (OutputModality Modality, ModalitySource Source) Find(
        JsonElement response, OutputModality? answered, OutputModality? expected, IReadOnlyList<RunFile> files)
    {
        if (answered is { Value.Length: > 0 } word)
        {
            return (word, ModalitySource.Answer);
        }

        if (expected is { Value.Length: > 0 } wish)
        {
            return (wish, ModalitySource.Expected);
        }

        return response.ValueKind switch
        {
            JsonValueKind.Object => (FromKeys(response), ModalitySource.Shape),
            JsonValueKind.Array => (OutputModality.Json, ModalitySource.Shape),
            JsonValueKind.String when Only(files, static file => file.Source == RunFileSource.Generated) is { ContentType.Length: > 0 } made =>
                (FromContentType(MediaType(made)), ModalitySource.File),
            JsonValueKind.String => (OutputModality.Text, ModalitySource.Shape),
            _ => (default, ModalitySource.Unknown),
        };
    }

    private static OutputModality FromKeys(JsonElement response)
    {
        OutputModality? named = null;
        foreach (JsonProperty property in response.EnumerateObject())
        {
            OutputModality? names = property.Name switch
            {
                ImageName => OutputModality.Image,
                AudioName => OutputModality.Audio,
                PdfName => OutputModality.Pdf,
                CsvName => OutputModality.Csv,
                _ => null,
            };
            bool isFirstName = names is not null && named is null && property.Value.ValueKind == JsonValueKind.String;
            bool describesFile = property.Name is "content_type" or "download_url" or "size_bytes" or "original_filename" or "stored_filename";
            if (!isFirstName && !describesFile)
            {
                return OutputModality.Json;
            }

            named ??= names;
        }

        return named ?? OutputModality.Json;
    }

    private static OutputModality FromContentType(ReadOnlySpan<char> type) => type switch
    {
        _ when IsSame(type, Pdf) => OutputModality.Pdf,
        _ when IsSame(type, Csv) => OutputModality.Csv,
        _ when IsSame(type, "application/json") => OutputModality.Json,
        _ when type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) => OutputModality.Image,
        _ when type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) => OutputModality.Audio,
        _ when type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => OutputModality.Text,
        _ => default,
    };

    private static TaskOutput Fit(OutputModality modality, JsonElement response, IReadOnlyList<RunFile> files)
    {
        return modality.Value switch
        {
            OutputModality.Words.Json when response.ValueKind != JsonValueKind.Null => new JsonOutput(modality, response),
            OutputModality.Words.Text when response.ValueKind == JsonValueKind.String => new TextOutput(modality, response),
            OutputModality.Words.Csv when response.ValueKind == JsonValueKind.String =>
                new CsvOutput(modality, response, OnlyOf(Csv)),
            OutputModality.Words.Csv when Names(CsvName) => new CsvOutput(modality, response, Named(CsvName) ?? OnlyOf(Csv)),
            OutputModality.Words.Image when Names(ImageName) => new ImageOutput(modality, response, Named(ImageName)),
            OutputModality.Words.Audio when Names(AudioName) => new AudioOutput(modality, response, Named(AudioName)),
            OutputModality.Words.Pdf when Names(PdfName) => new PdfOutput(modality, response, Named(PdfName) ?? OnlyOf(Pdf)),
            OutputModality.Words.Pdf when OnlyOf(Pdf) is { } document => new PdfOutput(modality, response, document),
            _ => new UnknownOutput(modality, response),
        };

        bool Names(string key) =>
            response.ValueKind == JsonValueKind.Object && response.TryGetProperty(key, out JsonElement name) && name.ValueKind == JsonValueKind.String;

        RunFile? Named(string key) => NamedFile(response, response.GetProperty(key).GetString()!, files);

        RunFile? OnlyOf(string type) => Only(files, file => IsSame(MediaType(file), type));
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

    private static RunFile? Only(IReadOnlyList<RunFile> files, Func<RunFile, bool> fits)
    {
        RunFile? only = null;
        foreach (RunFile file in files)
        {
            if (!fits(file))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = file;
        }

        return only;
    }

    /// <summary>The type without its parameters, such as a charset.</summary>
    private static ReadOnlySpan<char> MediaType(RunFile file)
    {
        ReadOnlySpan<char> type = file.ContentType;
        int parameters = type.IndexOf(';');
        return (parameters < 0 ? type : type[..parameters]).Trim();
    }

    private static bool IsSame(ReadOnlySpan<char> type, string other) => type.Equals(other, StringComparison.OrdinalIgnoreCase);
}
