namespace TaskPlatform.Client;

/// <summary>What a run took: tokens, credits and seconds.</summary>
public sealed record RunUsage
{
    internal RunUsage()
    {
    }

    /// <summary>Tokens of the prompt and the inputs (<c>input_tokens</c>); 0 when not told.</summary>
    public int InputTokens { get; internal init; }

    /// <summary>Tokens of the answer (<c>output_tokens</c>); 0 when not told.</summary>
    public int OutputTokens { get; internal init; }

    /// <summary>Tokens in all (<c>total_tokens</c>), as the platform adds them up; 0 when not told.</summary>
    public int TotalTokens { get; internal init; }

    /// <summary>
    /// Credits charged for this run (<c>charged_credits</c>); null when not told, or when <see cref="ChargedCreditsText"/>
    /// is no number. A run that failed first is charged by itself: see <see cref="TaskRun.TotalChargedCredits"/>.
    /// </summary>
    public decimal? ChargedCredits { get; internal init; }

    /// <summary>The credits as the platform writes them, such as <c>9.00</c>, <c>+1.</c> or <c>.5</c>; null when not told.</summary>
    public string? ChargedCreditsText { get; internal init; }

    /// <summary>
    /// Credits charged for input processors (<c>input_processor_charged_credits</c>); null when not told, or when
    /// <see cref="InputProcessorChargedCreditsText"/> is no number.
    /// </summary>
    public decimal? InputProcessorChargedCredits { get; internal init; }

    /// <summary>The credits of input processors as the platform writes them; null when not told.</summary>
    public string? InputProcessorChargedCreditsText { get; internal init; }

    /// <summary>Seconds that input processors took (<c>input_processor_timing</c>); null when not told.</summary>
    public double? InputProcessorSeconds { get; internal init; }

    /// <summary>Seconds that the model took (<c>llm_call_timing</c>); null when not told.</summary>
    public double? LlmCallSeconds { get; internal init; }

    /// <summary>Seconds that looking things up in the task's collection took (<c>rag_retrieval_timing</c>); null when not told.</summary>
    public double? RagRetrievalSeconds { get; internal init; }

    /// <summary>Seconds that MCP tools took (<c>mcp_tool_timing</c>); null when not told.</summary>
    public double? McpToolSeconds { get; internal init; }

    /// <summary>Tokens read for rewriting the query to the collection (<c>rag_query_rewrite_input_tokens</c>); null when not told.</summary>
    public int? RagQueryRewriteInputTokens { get; internal init; }

    /// <summary>Tokens written for rewriting the query to the collection (<c>rag_query_rewrite_output_tokens</c>); null when not told.</summary>
    public int? RagQueryRewriteOutputTokens { get; internal init; }

    /// <summary>Tokens in all for rewriting the query to the collection (<c>rag_query_rewrite_total_tokens</c>); null when not told.</summary>
    public int? RagQueryRewriteTotalTokens { get; internal init; }
}
