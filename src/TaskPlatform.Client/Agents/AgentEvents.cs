using System.Text.Json;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>Makes the typed event of what came.</summary>
internal static class AgentEvents
{
    internal static TaskAgentEvent Read(ServerEvent received)
    {
        JsonElement raw = received.Data;

        // The contract has the kind in the data; an event that has it only on its own line is understood as well.
        var type = new AgentEventType(EventFields.Text(raw, "event_type") ?? received.Name);
        return raw.ValueKind != JsonValueKind.Object ? new UnknownAgentEvent(type, raw) : type.Value switch
        {
            AgentEventType.Words.SessionId => new AgentSessionEvent(type, raw),
            AgentEventType.Words.Text or AgentEventType.Words.TextChunk => new AgentTextEvent(type, raw),
            AgentEventType.Words.ToolCall => new AgentToolCallEvent(type, raw),
            AgentEventType.Words.ToolResult => new AgentToolResultEvent(type, raw),
            AgentEventType.Words.FormattedOutput => new AgentFormattedOutputEvent(type, raw),
            AgentEventType.Words.ApprovalRequired => new AgentApprovalRequiredEvent(type, raw),
            AgentEventType.Words.MemoryCompaction => new AgentMemoryCompactionEvent(type, raw),
            AgentEventType.Words.Done => new AgentDoneEvent(type, raw),
            AgentEventType.Words.Error => new AgentErrorEvent(type, raw),
            _ => new UnknownAgentEvent(type, raw),
        };
    }
}
