using System.Text.Json;

namespace TaskPlatform.Client;

/// <summary>One run of an agent, put together from its events.</summary>
public sealed class TaskAgentRun
{
    internal TaskAgentRun()
    {
    }

    /// <summary>The agent that ran, as it was asked for.</summary>
    public Guid AgentId { get; internal init; }

    /// <summary>The session, to go on with (<see cref="RunTaskAgentRequest.SessionId"/>); null when not told.</summary>
    public string? SessionId { get; internal init; }

    /// <summary>All that the agent said; empty when it said nothing.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>The answer of the agent's output formatter, any JSON; null when there was none.</summary>
    public JsonElement? FormattedOutput { get; internal init; }

    /// <summary>The tools it called, in order.</summary>
    public IReadOnlyList<AgentToolCall> ToolCalls { get; internal init; } = [];

    /// <summary>What the tools answered, in order.</summary>
    public IReadOnlyList<AgentToolResult> ToolResults { get; internal init; } = [];

    /// <summary>The tools that wait for a person to approve their call; empty when none does. The run goes on in its session.</summary>
    public IReadOnlyList<AgentApprovalRequiredEvent> ApprovalRequests { get; internal init; } = [];

    /// <summary>The last event; null where the events broke off before it.</summary>
    public TaskAgentEndEvent? End { get; internal init; }

    /// <summary>Tokens and credits, where the last event told them; null where the events broke off before it.</summary>
    public TaskAgentUsage? Usage => End?.Usage;

    /// <summary>How many events there were.</summary>
    public int EventCount { get; internal init; }

    /// <summary>How the answer came: status, headers, attempts; the time is that to its first bytes. Null before it came.</summary>
    public ResponseMetadata? Response { get; internal init; }

    /// <summary>Shows ids and counts, never what was said.</summary>
    public override string ToString() => $"{nameof(TaskAgentRun)} of {AgentId}, {EventCount} event(s)";
}
