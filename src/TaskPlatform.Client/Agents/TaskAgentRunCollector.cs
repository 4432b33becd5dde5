using System.Globalization;
using System.Text;
using System.Text.Json;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Agents;

/// <summary>Puts a run together from its events, so that at any moment it can be said how far it came.</summary>
internal sealed class TaskAgentRunCollector(Guid agentId)
{
    private readonly StringBuilder text = new();
    private readonly List<AgentToolCall> calls = [];
    private readonly List<AgentToolResult> results = [];
    private readonly List<AgentApprovalRequiredEvent> approvals = [];
    private string? sessionId;
    private JsonElement? output;
    private TaskAgentEvent? last;
    private int count;

    internal Guid AgentId => agentId;

    internal ResponseMetadata? Response { get; set; }

    internal void Add(TaskAgentEvent received)
    {
        count++;
        last = received;
        switch (received)
        {
            case AgentSessionEvent session:
                sessionId = session.SessionId ?? sessionId;
                break;
            case AgentTextEvent piece:
                text.Append(piece.Text);
                break;
            case AgentToolCallEvent called:
                calls.AddRange(called.Calls);
                break;
            case AgentToolResultEvent answered:
                results.AddRange(answered.Results);
                break;
            case AgentFormattedOutputEvent formatted:
                output = formatted.Output;
                break;
            case AgentApprovalRequiredEvent approval:
                approvals.Add(approval);
                break;
        }
    }

    /// <summary>The run, where it went well.</summary>
    internal TaskAgentRun Finish() => last is AgentErrorEvent error ? throw Failed(error) : SoFar();

    internal TaskAgentRunFailedException BrokenOff(TaskPlatformException broken, CallFacts facts) =>
        Exception($"The events broke off {Progress()}. {broken.Message}", broken, facts);

    internal TaskAgentRunFailedException EndedEarly(CallFacts facts) =>
        Exception($"The events ended without a last one {Progress()}.", inner: null, facts);

    internal TaskPlatformCanceledException Canceled(OperationCanceledException canceled, CallFacts facts) =>
        new($"The caller cancelled {Progress()}. What had come is on the inner exception.", Exception($"The caller cancelled {Progress()}.", canceled, facts), canceled.CancellationToken) { Facts = facts };

    private TaskAgentRunFailedException Failed(AgentErrorEvent error) =>
        new($"The run of agent {agentId} failed on the platform ({Word(error.ErrorCode)}). What had come, and the platform's own text, are on this exception.")
        {
            AgentId = agentId,
            Run = SoFar(),
            ErrorCode = error.ErrorCode,
            Attempts = Response?.Attempts ?? [],
            SentAt = Response?.SentAt,
        };

    private TaskAgentRunFailedException Exception(string message, Exception? inner, CallFacts facts) =>
        new(message + " The platform may go on with the run, and charge it.", inner) { AgentId = agentId, Run = SoFar(), Facts = facts };

    private TaskAgentRun SoFar() => new()
    {
        AgentId = agentId,
        SessionId = sessionId,
        Text = text.ToString(),
        FormattedOutput = output,
        ToolCalls = [.. calls],
        ToolResults = [.. results],
        ApprovalRequests = [.. approvals],
        End = last as TaskAgentEndEvent,
        EventCount = count,
        Response = Response,
    };

    private string Progress() => string.Create(CultureInfo.InvariantCulture, $"after {count} event(s) of agent {agentId}, the last one {Word(last?.EventType.Value)}");

    // It is the platform's word: short and plain, or not shown.
    private static string Word(string? word) =>
        word is { Length: > 0 and <= 64 } && word.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? word : "none";
}
