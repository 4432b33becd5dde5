using System.Text.Json;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads a run, which was paid for: whatever the types of its decorations, the run is read, and what does not fit goes
/// to the additional fields.
/// </summary>
internal static class TaskRunReader
{
    private static readonly WireKeys Keys = new(
        "id", "task_id", "task_revision_id", "response", "run_data", "created",
        "input_tokens", "output_tokens", "total_tokens", "input_processor_timing", "llm_call_timing", "mcp_tool_timing", "rag_retrieval_timing",
        "charged_credits", "input_processor_charged_credits", "files", "is_error", "llm_retries",
        "used_fallback_model", "primary_failure_reason", "fallback_llm_model_id",
        "user_id", "reporting_group_id", "reporting_group", "reference", "context_id",
        "model_name", "task_name", "output_modality",
        "rag_query_rewrite_input_tokens", "rag_query_rewrite_output_tokens", "rag_query_rewrite_total_tokens", "event_trigger_id");

    internal static TaskRun Read(JsonElement raw)
    {
        using var fields = WireFields.Of(raw, Keys);
        JsonElement runData = fields.Object("run_data");
        OutputModality? modality = fields.Word<OutputModality>("output_modality");
        IReadOnlyList<RunFile> files = fields.List("files", RunFileConverter.From);
        (TaskOutput output, ModalitySource source) = TaskOutputReader.Read(fields.Any("response"), modality, expected: null, files);
        return new TaskRun
        {
            Raw = raw,
            Id = fields.Id("id") ?? default,
            TaskId = fields.Id("task_id") ?? default,
            RevisionId = fields.Id("task_revision_id") ?? default,
            Output = output,
            OutputModality = modality,
            ModalitySource = source,
            RunData = runData,
            SubmittedInput = Submitted(runData),
            Created = fields.Timestamp("created") ?? default,
            Usage = Usage(fields),
            Files = files,
            IsError = fields.Flag("is_error") ?? false,
            LlmRetries = fields.Count("llm_retries") ?? 0,
            Fallback = Fallback(fields),
            UserId = fields.Id("user_id"),
            ReportingGroupId = fields.Id("reporting_group_id"),
            ReportingGroup = fields.Record("reporting_group", ReportingGroupConverter.From),
            Reference = fields.Text("reference"),
            ContextId = fields.Text("context_id"),
            ModelName = fields.Text("model_name"),
            TaskName = fields.Text("task_name"),
            EventTriggerIds = fields.List("event_trigger_id", WireValue.Text),
            AdditionalFields = fields.Rest(),
        };
    }

    private static JsonElement? Submitted(JsonElement runData) =>
        runData.ValueKind == JsonValueKind.Object && runData.TryGetProperty("submitted", out JsonElement submitted) && submitted.ValueKind != JsonValueKind.Null
            ? submitted
            : null;

    private static RunUsage Usage(WireFields fields)
    {
        string? credits = fields.TextOrNumber("charged_credits");
        string? processorCredits = fields.TextOrNumber("input_processor_charged_credits");
        return new RunUsage
        {
            InputTokens = fields.Count("input_tokens") ?? 0,
            OutputTokens = fields.Count("output_tokens") ?? 0,
            TotalTokens = fields.Count("total_tokens") ?? 0,
            InputProcessorSeconds = fields.Seconds("input_processor_timing"),
            LlmCallSeconds = fields.Seconds("llm_call_timing"),
            McpToolSeconds = fields.Seconds("mcp_tool_timing"),
            RagRetrievalSeconds = fields.Seconds("rag_retrieval_timing"),
            ChargedCredits = WireValue.Decimal(credits),
            ChargedCreditsText = credits,
            InputProcessorChargedCredits = WireValue.Decimal(processorCredits),
            InputProcessorChargedCreditsText = processorCredits,
            RagQueryRewriteInputTokens = fields.Count("rag_query_rewrite_input_tokens"),
            RagQueryRewriteOutputTokens = fields.Count("rag_query_rewrite_output_tokens"),
            RagQueryRewriteTotalTokens = fields.Count("rag_query_rewrite_total_tokens"),
        };
    }

    private static RunFallback Fallback(WireFields fields)
    {
        bool used = fields.Flag("used_fallback_model") ?? false;
        return new RunFallback
        {
            Used = used,
            By = used ? FallbackOrigin.Platform : null,
            PrimaryFailureReason = fields.Text("primary_failure_reason"),
            ModelId = fields.Id("fallback_llm_model_id"),
        };
    }
}
