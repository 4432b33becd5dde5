using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>A file of a run: sent with it or made by it.</summary>
/// <remarks>The platform rarely says which of the two (<see cref="Source"/>); what a run made is <c>File</c> of its output.</remarks>
[JsonConverter(typeof(RunFileConverter))]
public sealed record RunFile
{
    /// <summary>The name that the sender gave the file (<c>original_filename</c>); null when the platform keeps none.</summary>
    public string? OriginalFilename { get; init; }

    /// <summary>The name under which the platform keeps the file and hands it out (<c>stored_filename</c>); empty when the answer has none.</summary>
    public string StoredFilename
    {
        get => field ?? "";
        init;
    }

    /// <summary>The media type, such as <c>image/png</c> (<c>content_type</c>); null when not told.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Where the bytes are, relative to the API's base (<c>download_url</c>); null when not told. It needs the bearer, and
    /// it may be the model's own text: open it through the client, which refuses foreign addresses.
    /// </summary>
    public string? DownloadUrl { get; init; }

    /// <summary>The size in bytes (<c>size_bytes</c>); null when not told.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether the file was sent with the run or made by it (<c>source</c>); null for most runs of tasks, which do not tell.</summary>
    public RunFileSource? Source { get; init; }

    /// <summary>The task that made the file, in a run of an agent (<c>source_task_name</c>); null otherwise.</summary>
    public string? SourceTaskName { get; init; }

    /// <summary>The task run that made the file, in a run of an agent (<c>source_task_run_id</c>); null otherwise.</summary>
    public Guid? SourceTaskRunId { get; init; }

    /// <summary>What the platform says beyond this, and known keys whose value is of a type that does not fit; empty by default.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields
    {
        get => field ?? ReadOnlyDictionary<string, JsonElement>.Empty;
        internal init;
    }

    // Names and addresses of files can tell as much as what is in them.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"SizeBytes = {SizeBytes}");
        return true;
    }
}
