using System.Text.Json;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>A revision of a task, with the same members as <see cref="TaskRevision"/>.</summary>
internal sealed record HandWrittenRevision
{
    public Guid Id { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public bool Active { get; init; }

    public string? SystemPrompt { get; init; }

    public string? UserPrompt { get; init; }

    public IReadOnlyList<string>? InputParams { get; init; }

    public Guid? LlmModelId { get; init; }

    public HandWrittenModel? LlmModel { get; init; }

    public JsonElement? LlmConfig { get; init; }

    public JsonElement? OutputFormat { get; init; }

    public string? TaskForwarderId { get; init; }

    public HandWrittenRag? Rag { get; init; }

    public string? FileInputMode { get; init; }

    public bool? ImageRequired { get; init; }

    public bool? OptimiseImages { get; init; }

    public bool Test { get; init; }

    public IReadOnlyList<HandWrittenInputProcessor>? InputProcessors { get; init; }

    public string? Annotation { get; init; }

    public Guid? FallbackLlmModelId { get; init; }

    public HandWrittenModel? FallbackLlmModel { get; init; }

    public JsonElement? FallbackLlmConfig { get; init; }

    public string? ToolChoice { get; init; }

    public IReadOnlyList<string>? TaskMcpToolIds { get; init; }

    public IReadOnlyList<string>? IntegrationToolIds { get; init; }

    public IReadOnlyList<HandWrittenTag>? Tags { get; init; }
}
