using System.Text.Json;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads a run, which was paid for: whatever the types of its decorations, the run is read, and what does not fit goes
/// to the additional fields.
/// </summary>
internal static class TaskRunReader
{
    internal static TaskRun Read(JsonElement raw)
    {
        var fields = new WireFields(raw);
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
            Created = fields.Value("created", WireValue.Timestamp) ?? default,
            TaskName = fields.Reference("task_name", WireValue.Text),
            ModelName = fields.Reference("model_name", WireValue.Text),
            OutputModality = modality,
            Output = output,
            ModalitySource = source,
            Files = files,
            RunData = runData,
            SubmittedInput = Submitted(runData),
            IsError = fields.Value("is_error", WireValue.Flag) ?? false,
            LlmRetries = fields.Value("llm_retries", WireValue.Count) ?? 0,
            UserId = fields.Value("user_id", WireValue.Id),
            Reference = fields.Reference("reference", WireValue.Text),
            ContextId = fields.Reference("context_id", WireValue.Text),
            ReportingGroupId = fields.Value("reporting_group_id", WireValue.Id),
            ReportingGroup = fields.Reference("reporting_group", ReportingGroupConverter.From),
            EventTriggerIds = fields.List("event_trigger_id", WireValue.Text),
            Usage = Usage(fields),
            Fallback = Fallback(fields),
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
            ChargedCredits = WireValue.Decimal(credits),
            ChargedCreditsText = credits,
            InputProcessorChargedCredits = WireValue.Decimal(processorCredits),
            InputProcessorChargedCreditsText = processorCredits,
            InputProcessorSeconds = fields.Value("input_processor_timing", WireValue.Seconds),
            LlmCallSeconds = fields.Value("llm_call_timing", WireValue.Seconds),
            RagRetrievalSeconds = fields.Value("rag_retrieval_timing", WireValue.Seconds),
            McpToolSeconds = fields.Value("mcp_tool_timing", WireValue.Seconds),
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
