using System.Text.Json;
using TaskPlatform.Client.Agents;

namespace TaskPlatform.Client;

/// <summary>The last event of a run, good or bad.</summary>
public abstract class TaskAgentEndEvent : TaskAgentEvent
{
    private protected TaskAgentEndEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>Whether the fallback model took part (<c>used_fallback_model</c>); null when not told.</summary>
    public bool? UsedFallbackModel => EventFields.AnyFlag(Raw, "used_fallback_model");

    /// <summary>The fallback model (<c>fallback_model_id</c>); null when none took part or it is not told.</summary>
    public Guid? FallbackModelId => Guid.TryParse(EventFields.AnyText(Raw, "fallback_model_id"), out Guid id) ? id : null;

    /// <summary>Why the run ended (<c>termination_reason</c>), in the platform's words, an open set; null when not told.</summary>
    public string? TerminationReason => EventFields.AnyText(Raw, "termination_reason");

    /// <summary>What the run took, where the event tells it.</summary>
    public TaskAgentUsage Usage => field ??= new TaskAgentUsage(Raw);
}

/// <summary>The run is over (<c>done</c>).</summary>
public sealed class AgentDoneEvent : TaskAgentEndEvent
{
    internal AgentDoneEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }
}

/// <summary>The run failed (<c>error</c>).</summary>
public sealed class AgentErrorEvent : TaskAgentEndEvent
{
    internal AgentErrorEvent(AgentEventType type, JsonElement raw)
        : base(type, raw)
    {
    }

    /// <summary>The platform's stable word for the reason (<c>error_code</c>), such as <c>INSUFFICIENT_CREDITS</c>; an open set. Null when not told.</summary>
    public string? ErrorCode => EventFields.AnyText(Raw, "error_code");

    /// <summary>The platform's own text (<c>error_message</c>), for people; null when not told. It may quote what was said.</summary>
    public string? ErrorMessage => EventFields.AnyText(Raw, "error_message");
}
