using System.Text.Json;
using TaskPlatform.Client.Agents;

namespace TaskPlatform.Client;

/// <summary>One call of a tool by an agent.</summary>
public sealed class AgentToolCall
{
    internal AgentToolCall(JsonElement raw) => Raw = raw;

    /// <summary>The tool (<c>name</c>); empty when not told.</summary>
    public string Name => EventFields.Text(Raw, "name") ?? "";

    /// <summary>What it is called with (<c>args</c>); JSON null when nothing is told, never undefined.</summary>
    public JsonElement Arguments => EventFields.Element(Raw, "args");

    /// <summary>The call as it came.</summary>
    public JsonElement Raw { get; }

    /// <summary>Names the tool, never its arguments.</summary>
    public override string ToString() => $"{nameof(AgentToolCall)} {Name}";
}

/// <summary>What a tool answered an agent.</summary>
public sealed class AgentToolResult
{
    internal AgentToolResult(JsonElement raw) => Raw = raw;

    /// <summary>The tool (<c>name</c>); empty when not told.</summary>
    public string Name => EventFields.Text(Raw, "name") ?? "";

    /// <summary>What kind of tool it is (<c>tool_result_type</c>), such as <c>task</c>, an open set; null when not told.</summary>
    public string? ToolResultType => EventFields.Text(Raw, "tool_result_type");

    /// <summary>The run of the task that is the tool (<c>task_run_id</c>), charged like any other; null when it is no task or not told.</summary>
    public Guid? TaskRunId => Guid.TryParse(EventFields.Text(Raw, "task_run_id"), out Guid id) ? id : null;

    /// <summary>Whether it is the answer of the agent's output formatter (<c>is_formatter_output</c>); false when not told.</summary>
    public bool IsFormatterOutput => EventFields.Flag(Raw, "is_formatter_output") == true;

    /// <summary>What it answered (<c>result</c>), any JSON; JSON null when nothing is told, never undefined.</summary>
    public JsonElement Result => EventFields.Element(Raw, "result");

    /// <summary>The answer as it came.</summary>
    public JsonElement Raw { get; }

    /// <summary>Names the tool, never its answer.</summary>
    public override string ToString() => $"{nameof(AgentToolResult)} {Name}";
}
