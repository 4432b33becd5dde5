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
        JsonElement runData = fields.Value("run_data", WireValue.Object) ?? WireValue.Null;
        OutputModality? modality = fields.Value("output_modality", WireValue.Word<OutputModality>);
        IReadOnlyList<RunFile> files = fields.List("files", RunFileConverter.From);
        (TaskOutput output, ModalitySource source) = TaskOutputReader.Read(fields.Any("response"), modality, expected: null, files);
        return new TaskRun
        {
            Raw = raw,
            Id = fields.Value("id", WireValue.Id) ?? default,
            TaskId = fields.Value("task_id", WireValue.Id) ?? default,
            RevisionId = fields.Value("task_revision_id", WireValue.Id) ?? default,
            Output = output,
            OutputModality = modality,
            ModalitySource = source,
            RunData = runData,
            SubmittedInput = Submitted(runData),
            Created = fields.Value("created", WireValue.Timestamp) ?? default,
            Usage = Usage(fields),
            Files = files,
            IsError = fields.Value("is_error", WireValue.Flag) ?? false,
            LlmRetries = fields.Value("llm_retries", WireValue.Count) ?? 0,
            Fallback = Fallback(fields),
            UserId = fields.Value("user_id", WireValue.Id),
            ReportingGroupId = fields.Value("reporting_group_id", WireValue.Id),
            ReportingGroup = fields.Reference("reporting_group", ReportingGroupConverter.From),
            Reference = fields.Reference("reference", WireValue.Text),
            ContextId = fields.Reference("context_id", WireValue.Text),
            ModelName = fields.Reference("model_name", WireValue.Text),
            TaskName = fields.Reference("task_name", WireValue.Text),
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
        string? credits = fields.Reference("charged_credits", WireValue.TextOrNumber);
        string? processorCredits = fields.Reference("input_processor_charged_credits", WireValue.TextOrNumber);
        return new RunUsage
        {
            InputTokens = fields.Value("input_tokens", WireValue.Count) ?? 0,
            OutputTokens = fields.Value("output_tokens", WireValue.Count) ?? 0,
            TotalTokens = fields.Value("total_tokens", WireValue.Count) ?? 0,
            InputProcessorSeconds = fields.Value("input_processor_timing", WireValue.Seconds),
            LlmCallSeconds = fields.Value("llm_call_timing", WireValue.Seconds),
            McpToolSeconds = fields.Value("mcp_tool_timing", WireValue.Seconds),
            RagRetrievalSeconds = fields.Value("rag_retrieval_timing", WireValue.Seconds),
            ChargedCredits = WireValue.Decimal(credits),
            ChargedCreditsText = credits,
            InputProcessorChargedCredits = WireValue.Decimal(processorCredits),
            InputProcessorChargedCreditsText = processorCredits,
            RagQueryRewriteInputTokens = fields.Value("rag_query_rewrite_input_tokens", WireValue.Count),
            RagQueryRewriteOutputTokens = fields.Value("rag_query_rewrite_output_tokens", WireValue.Count),
            RagQueryRewriteTotalTokens = fields.Value("rag_query_rewrite_total_tokens", WireValue.Count),
        };
    }

    private static RunFallback Fallback(WireFields fields)
    {
        bool used = fields.Value("used_fallback_model", WireValue.Flag) ?? false;
        return new RunFallback
        {
            Used = used,
            By = used ? FallbackOrigin.Platform : null,
            PrimaryFailureReason = fields.Reference("primary_failure_reason", WireValue.Text),
            ModelId = fields.Value("fallback_llm_model_id", WireValue.Id),
        };
    }
}
