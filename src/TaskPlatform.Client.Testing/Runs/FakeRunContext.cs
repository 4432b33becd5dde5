using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing;

/// <summary>A run that is about to be answered, as a function given to <see cref="FakeTask.Respond"/> sees it.</summary>
public sealed class FakeRunContext
{
    private readonly List<FakeFile> produced = [];

    internal FakeRunContext()
    {
    }

    /// <summary>The id the run will have.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The task that is run.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The revision that was chosen: by id, by tag, or by weight.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>What the task produces: <c>json</c>, <c>text</c>, <c>csv</c>, <c>image</c>, <c>audio</c> or <c>pdf</c>.</summary>
    public required string Modality { get; init; }

    /// <summary>The inputs, a copy: wire key <c>task_input</c>.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>The uploaded files, in the order sent; empty when there are none.</summary>
    public required IReadOnlyList<FakeFile> Files { get; init; }

    /// <summary>The user prompt with every <c>{name}</c> filled in from the inputs.</summary>
    public required string Prompt { get; init; }

    /// <summary>The model that answers.</summary>
    public required string ModelName { get; init; }

    /// <summary>Whether the fallback model answers, asked for by the caller or chosen by the platform.</summary>
    public required bool UsesFallbackModel { get; init; }

    /// <summary>The caller's own id of the run; null when none was sent.</summary>
    public string? Reference { get; init; }

    internal JsonObject? OutputFormat { get; init; }

    internal IReadOnlyList<FakeFile> Produced => produced;

    /// <summary>Has the run produce a file. It can then be fetched by the name that comes back.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The same file with the name it was stored under.</returns>
    public FakeFile AddFile(FakeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);

        // Derived from the run's id, not drawn: this code runs outside the platform's lock.
        FakeFile stored = file.StoredAs($"{RunId:D}-out{produced.Count}{Path.GetExtension(file.FileName)}");
        produced.Add(stored);
        return stored;
    }
}
