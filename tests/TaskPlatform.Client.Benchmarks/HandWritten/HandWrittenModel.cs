using System.Text.Json;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>A model, with the same members as <see cref="LlmModel"/>.</summary>
internal sealed record HandWrittenModel
{
    public Guid Id { get; init; }

    public string? Name { get; init; }

    public string? Alias { get; init; }

    public string? Provider { get; init; }

    public string? Vendor { get; init; }

    public string? Description { get; init; }

    public bool? SupportsVision { get; init; }

    public bool? SupportsImageOutput { get; init; }

    public bool? SupportsPdfVision { get; init; }

    public bool? SupportsToolCalling { get; init; }

    public bool? SupportsContextCaching { get; init; }

    public string? Price { get; init; }

    public string? Speed { get; init; }

    public string? KnowledgeCutoff { get; init; }

    public int? MaxContextWindow { get; init; }

    public IReadOnlyList<string>? DisabledParams { get; init; }

    public JsonElement? PdfVisionConfig { get; init; }

    public JsonElement? ModelParams { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public DateTimeOffset? Retired { get; init; }

    public Guid? ReplacedBy { get; init; }

    public IReadOnlyList<JsonElement>? LlmModelComments { get; init; }
}
