using System.Text.Json;

namespace TaskPlatform.Client.Runs;

/// <summary>Decides which modality an answer has. Nothing here throws.</summary>
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
/// </remarks>
internal static class AnswerModality
{
    internal const string ImageName = "image_name";
    internal const string AudioName = "audio_name";
    internal const string PdfName = "pdf_name";
    internal const string CsvName = "csv_name";

    internal static (OutputModality Modality, ModalitySource Source) Find(
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
            JsonValueKind.String when MediaType.Only(files, static file => file.Source == RunFileSource.Generated) is { ContentType.Length: > 0 } made =>
                (FromContentType(MediaType.Of(made)), ModalitySource.File),
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
        _ when type.Equals(MediaType.Pdf, StringComparison.OrdinalIgnoreCase) => OutputModality.Pdf,
        _ when type.Equals(MediaType.Csv, StringComparison.OrdinalIgnoreCase) => OutputModality.Csv,
        _ when type.Equals("application/json", StringComparison.OrdinalIgnoreCase) => OutputModality.Json,
        _ when type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) => OutputModality.Image,
        _ when type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) => OutputModality.Audio,
        _ when type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => OutputModality.Text,
        _ => default,
    };
}
