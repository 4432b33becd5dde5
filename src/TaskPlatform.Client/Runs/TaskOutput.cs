using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client;

/// <summary>
/// The answer of a run: one of <see cref="JsonOutput"/>, <see cref="TextOutput"/>, <see cref="CsvOutput"/>,
/// <see cref="ImageOutput"/>, <see cref="AudioOutput"/>, <see cref="PdfOutput"/> and, for what this version does not
/// know or what does not look like its modality, <see cref="UnknownOutput"/>. New kinds come in a major version only.
/// </summary>
public abstract class TaskOutput
{
    private protected TaskOutput(OutputModality modality, JsonElement raw)
    {
        Modality = modality;
        Raw = raw;
    }

    /// <summary>What kind of answer this is, or should be; empty when nothing tells. How it was found says <see cref="TaskRun.ModalitySource"/>.</summary>
    public OutputModality Modality { get; }

    /// <summary>The answer as it came (<c>response</c>): any JSON, and JSON null when there was none; never undefined.</summary>
    public JsonElement Raw { get; }

    /// <summary>Calls the function for the kind of answer this is.</summary>
    /// <typeparam name="TResult">What the functions give.</typeparam>
    /// <param name="json">Called for JSON.</param>
    /// <param name="text">Called for text.</param>
    /// <param name="csv">Called for a table.</param>
    /// <param name="image">Called for a picture.</param>
    /// <param name="audio">Called for sound.</param>
    /// <param name="pdf">Called for a document.</param>
    /// <param name="otherwise">Called for <see cref="UnknownOutput"/> and for every kind that comes later.</param>
    /// <returns>What the function gave.</returns>
    public TResult Match<TResult>(
        Func<JsonOutput, TResult> json,
        Func<TextOutput, TResult> text,
        Func<CsvOutput, TResult> csv,
        Func<ImageOutput, TResult> image,
        Func<AudioOutput, TResult> audio,
        Func<PdfOutput, TResult> pdf,
        Func<TaskOutput, TResult> otherwise)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(otherwise);
        return this switch
        {
            JsonOutput output => json(output),
            TextOutput output => text(output),
            CsvOutput output => csv(output),
            ImageOutput output => image(output),
            AudioOutput output => audio(output),
            PdfOutput output => pdf(output),
            var output => otherwise(output),
        };
    }

    /// <summary>Says what kind of answer this is, never what is in it.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>An answer of modality <c>json</c>: any JSON but null, most often an object shaped by the task's output format.</summary>
public sealed class JsonOutput : TaskOutput
{
    internal JsonOutput(OutputModality modality, JsonElement raw)
        : base(modality, raw)
    {
    }

    /// <summary>Reads the answer as a type of yours.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="type">The contract of the type, from your own <c>JsonSerializerContext</c>.</param>
    /// <returns>The value, never null. Objects that the model wrote as JSON text, such as items of a list, are read too.</returns>
    /// <exception cref="JsonException">The answer does not fit the type; its <see cref="JsonException.Path"/> says where.</exception>
    public T Deserialize<T>(JsonTypeInfo<T> type)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(type);
        return TypedAnswer.Read(Raw, type);
    }

    /// <summary>Reads the answer as a type of yours by reflection: keys in snake_case, upper and lower case alike.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <returns>The value, never null. Objects that the model wrote as JSON text, such as items of a list, are read too.</returns>
    /// <exception cref="JsonException">The answer does not fit the type; its <see cref="JsonException.Path"/> says where.</exception>
    [RequiresUnreferencedCode(TypedAnswer.ReflectionWarning)]
    [RequiresDynamicCode(TypedAnswer.ReflectionWarning)]
    public T Deserialize<T>()
        where T : notnull =>
        TypedAnswer.Read(Raw, TypedAnswer.ContractByReflection<T>());
}

/// <summary>An answer of modality <c>text</c>.</summary>
public sealed class TextOutput : TaskOutput
{
    private string? text;

    internal TextOutput(OutputModality modality, JsonElement raw)
        : base(modality, raw)
    {
    }

    /// <summary>The text the model wrote; may be empty, is never null. Made when it is first asked for.</summary>
    public string Text => text ??= Raw.GetString() ?? "";

    /// <summary>
    /// Reads the text piece by piece, from its start each time. For a text of megabytes, of which <see cref="Text"/>
    /// would be a second copy.
    /// </summary>
    /// <returns>A reader over the answer in memory.</returns>
    public TextReader OpenText() => JsonText.Open(Raw);
}

/// <summary>An answer of modality <c>csv</c>: a table as text, as a file of the run or both.</summary>
public sealed class CsvOutput : TaskOutput
{
    private string? text;

    internal CsvOutput(OutputModality modality, JsonElement raw, RunFile? file)
        : base(modality, raw) => File = file;

    /// <summary>The table as text; null when the answer only names a file. Made when it is first asked for.</summary>
    public string? Text => text ??= HasText ? Raw.GetString() : null;

    /// <summary>The file that the answer names, else the run's only file of type <c>text/csv</c>; null when there is none.</summary>
    public RunFile? File { get; }

    private bool HasText => Raw.ValueKind == JsonValueKind.String;

    /// <summary>
    /// Reads the table row by row or piece by piece, from its start each time. For one of megabytes, of which
    /// <see cref="Text"/> would be a second copy.
    /// </summary>
    /// <returns>A reader over the answer in memory; null when the answer only names a file.</returns>
    public TextReader? OpenText() => HasText ? JsonText.Open(Raw) : null;
}

/// <summary>An answer of modality <c>image</c>: a picture, kept as a file of the run.</summary>
public sealed class ImageOutput : TaskOutput
{
    internal ImageOutput(OutputModality modality, JsonElement raw, RunFile? file)
        : base(modality, raw) => File = file;

    /// <summary>The picture that the answer names (<c>image_name</c>); null when the name is empty.</summary>
    public RunFile? File { get; }
}

/// <summary>An answer of modality <c>audio</c>: sound, kept as a file of the run.</summary>
public sealed class AudioOutput : TaskOutput
{
    internal AudioOutput(OutputModality modality, JsonElement raw, RunFile? file)
        : base(modality, raw) => File = file;

    /// <summary>The sound that the answer names (<c>audio_name</c>); null when the name is empty.</summary>
    public RunFile? File { get; }
}

/// <summary>An answer of modality <c>pdf</c>: a document, kept as a file of the run.</summary>
public sealed class PdfOutput : TaskOutput
{
    internal PdfOutput(OutputModality modality, JsonElement raw, RunFile? file)
        : base(modality, raw) => File = file;

    /// <summary>
    /// The document that the answer names (<c>pdf_name</c>), else the run's only file of type <c>application/pdf</c>;
    /// null when there is none.
    /// </summary>
    public RunFile? File { get; }
}

/// <summary>
/// An answer of a modality that this version does not know, or one whose JSON does not fit its modality. Everything
/// that came is in <see cref="TaskOutput.Raw"/> and in <see cref="TaskRun.Raw"/>.
/// </summary>
public sealed class UnknownOutput : TaskOutput
{
    internal UnknownOutput(OutputModality modality, JsonElement raw)
        : base(modality, raw)
    {
    }
}
