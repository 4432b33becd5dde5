using System.Text.Json;

namespace TaskPlatform.Client;

/// <summary>
/// Something that happened while an agent ran. New kinds come in a major version only; what this version does not know is
/// an <see cref="UnknownAgentEvent"/>. <see cref="AgentDoneEvent"/> or <see cref="AgentErrorEvent"/> is the last one.
/// </summary>
public abstract class TaskAgentEvent
{
    private protected TaskAgentEvent(AgentEventType type, JsonElement raw)
    {
        EventType = type;
        Raw = raw;
    }

    /// <summary>What kind of event it is (<c>event_type</c>).</summary>
    public AgentEventType EventType { get; }

    /// <summary>The event as it came; a JSON string where its data was no JSON object.</summary>
    public JsonElement Raw { get; }

    /// <summary>Who did it (<c>author</c>); null when not told.</summary>
    public string? Author => Agents.EventFields.Text(Raw, "author");

    /// <summary>What is told beside (<c>metadata</c>); JSON null when nothing is, never undefined.</summary>
    public JsonElement Metadata => Agents.EventFields.Element(Raw, "metadata");

    /// <summary>Says what kind of event it is, never what is in it.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>The session the run belongs to (<c>session_id</c>); the first event.</summary>
public sealed class AgentSessionEvent : TaskAgentEvent
{
    internal AgentSessionEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The session's id, to go on with (<see cref="RunTaskAgentRequest.SessionId"/>); null when not told.</summary>
    public string? SessionId => Agents.EventFields.AnyText(Raw, "session_id");
}

/// <summary>A piece of what the agent says (<c>text</c>).</summary>
public sealed class AgentTextEvent : TaskAgentEvent
{
    internal AgentTextEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The piece (<c>content</c>); empty when there is none. The pieces put together are the text.</summary>
    public string Text => Agents.EventFields.Text(Raw, "content") ?? "";
}

/// <summary>The agent calls tools (<c>tool_call</c>).</summary>
public sealed class AgentToolCallEvent : TaskAgentEvent
{
    internal AgentToolCallEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The calls (<c>tool_calls</c>); empty when none are told.</summary>
    public IReadOnlyList<AgentToolCall> Calls => field ??= [.. Agents.EventFields.List(Raw, "tool_calls").Select(static call => new AgentToolCall(call))];
}

/// <summary>Tools answered (<c>tool_result</c>).</summary>
public sealed class AgentToolResultEvent : TaskAgentEvent
{
    internal AgentToolResultEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The answers (<c>tool_results</c>); empty when none are told.</summary>
    public IReadOnlyList<AgentToolResult> Results => field ??= [.. Agents.EventFields.List(Raw, "tool_results").Select(static result => new AgentToolResult(result))];
}

/// <summary>The agent's answer in the shape its output formatter gives it (<c>formatted_output</c>).</summary>
public sealed class AgentFormattedOutputEvent : TaskAgentEvent
{
    internal AgentFormattedOutputEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The answer (<c>content</c>), any JSON; JSON null when there is none, never undefined.</summary>
    public JsonElement Output => Agents.EventFields.Element(Raw, "content");
}

/// <summary>A tool waits for a person to approve its call (<c>approval_required</c>); the run ends soon after and goes on in its session.</summary>
public sealed class AgentApprovalRequiredEvent : TaskAgentEvent
{
    internal AgentApprovalRequiredEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The id of the request (<c>approval_request_id</c>); null when not told.</summary>
    public string? ApprovalRequestId => Agents.EventFields.AnyText(Raw, "approval_request_id");

    /// <summary>The tool that waits (<c>tool_name</c>); null when not told.</summary>
    public string? ToolName => Agents.EventFields.AnyText(Raw, "tool_name");
}

/// <summary>The agent shortened its memory of the session (<c>memory_compaction</c>).</summary>
public sealed class AgentMemoryCompactionEvent : TaskAgentEvent
{
    internal AgentMemoryCompactionEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }
}

/// <summary>An event of a kind that this version does not know, or one whose data is no JSON object. It is all in <see cref="TaskAgentEvent.Raw"/>.</summary>
public sealed class UnknownAgentEvent : TaskAgentEvent
{
    internal UnknownAgentEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }
}
