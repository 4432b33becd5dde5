using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing;

/// <summary>The events an agent of <see cref="FakeTaskPlatform"/> may tell, as the platform writes them. Any other object with an <c>event_type</c> will do as well.</summary>
public static class FakeAgentEvents
{
    /// <summary>A piece of what the agent says.</summary>
    /// <param name="content">The piece.</param>
    public static JsonObject Text(string content) => new() { ["event_type"] = "text", ["content"] = content };

    /// <summary>The agent calls a tool.</summary>
    /// <param name="name">The tool.</param>
    /// <param name="arguments">What it is called with.</param>
    public static JsonObject ToolCall(string name, JsonNode? arguments = null) => new()
    {
        ["event_type"] = "tool_call",
        ["tool_calls"] = new JsonArray(new JsonObject { ["name"] = name, ["args"] = arguments?.DeepClone() ?? new JsonObject() }),
    };

    /// <summary>A tool answered.</summary>
    /// <param name="name">The tool.</param>
    /// <param name="result">What it answered.</param>
    /// <param name="taskRunId">The run, where the tool is a task.</param>
    public static JsonObject ToolResult(string name, JsonNode? result, Guid? taskRunId = null) => new()
    {
        ["event_type"] = "tool_result",
        ["tool_results"] = new JsonArray(new JsonObject
        {
            ["name"] = name,
            ["tool_result_type"] = taskRunId is null ? "tool" : "task",
            ["task_run_id"] = taskRunId?.ToString(),
            ["is_formatter_output"] = false,
            ["result"] = result?.DeepClone(),
        }),
    };

    /// <summary>The answer of the agent's output formatter.</summary>
    /// <param name="content">The answer.</param>
    public static JsonObject FormattedOutput(JsonNode? content) => new() { ["event_type"] = "formatted_output", ["content"] = content?.DeepClone() };

    /// <summary>A tool waits for a person. The run ends behind it; the next message in its session goes on.</summary>
    /// <param name="toolName">The tool.</param>
    /// <param name="approvalRequestId">The id of the request.</param>
    public static JsonObject ApprovalRequired(string toolName, Guid approvalRequestId) => new()
    {
        ["event_type"] = "approval_required",
        ["metadata"] = new JsonObject { ["approval_request_id"] = approvalRequestId.ToString(), ["tool_name"] = toolName },
    };

    /// <summary>The memory of the session was shortened.</summary>
    public static JsonObject MemoryCompaction() => new() { ["event_type"] = "memory_compaction" };

    /// <summary>The run failed; the last event.</summary>
    /// <param name="errorCode">The platform's word, such as <c>INSUFFICIENT_CREDITS</c>.</param>
    /// <param name="message">A text for people.</param>
    public static JsonObject Error(string errorCode, string? message = null) => new()
    {
        ["event_type"] = "error",
        ["error_code"] = errorCode,
        ["error_message"] = message,
        ["metadata"] = new JsonObject { ["used_fallback_model"] = false, ["fallback_model_id"] = null },
    };

    /// <summary>The run is over; the last event, and told by the platform itself where a script does not.</summary>
    public static JsonObject Done() => new()
    {
        ["event_type"] = "done",
        ["metadata"] = new JsonObject { ["used_fallback_model"] = false, ["fallback_model_id"] = null },
    };
}
