using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The answer of a run, with the same members as <see cref="TaskRun"/>.</summary>
internal sealed record HandWrittenRun
{
    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public Guid TaskRevisionId { get; init; }

    public string? TaskName { get; init; }

    public string? ModelName { get; init; }

    public string? OutputModality { get; init; }

    public JsonElement Response { get; init; }

    public JsonElement RunData { get; init; }

    public IReadOnlyList<HandWrittenRunFile>? Files { get; init; }

    public DateTimeOffset Created { get; init; }

    public int InputTokens { get; init; }

    public int OutputTokens { get; init; }

    public int TotalTokens { get; init; }

    public double? InputProcessorTiming { get; init; }

    public double? RagRetrievalTiming { get; init; }

    public double? LlmCallTiming { get; init; }

    public double? McpToolTiming { get; init; }

    public int? RagQueryRewriteInputTokens { get; init; }

    public int? RagQueryRewriteOutputTokens { get; init; }

    public int? RagQueryRewriteTotalTokens { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public decimal? ChargedCredits { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public decimal? InputProcessorChargedCredits { get; init; }

    public bool? IsError { get; init; }

    public int? LlmRetries { get; init; }

    public bool? UsedFallbackModel { get; init; }

    public string? PrimaryFailureReason { get; init; }

    public Guid? FallbackLlmModelId { get; init; }

    public Guid? UserId { get; init; }

    public Guid? ReportingGroupId { get; init; }

    public HandWrittenReportingGroup? ReportingGroup { get; init; }

    public string? Reference { get; init; }

    public string? ContextId { get; init; }

    public IReadOnlyList<string>? EventTriggerId { get; init; }
}
