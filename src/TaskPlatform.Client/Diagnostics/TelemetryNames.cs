namespace TaskPlatform.Client.Diagnostics;

/// <summary>The attributes of spans and metrics. Names of the OpenTelemetry conventions where they have one.</summary>
internal static class TelemetryNames
{
    internal const string Operation = "gen_ai.operation.name";
    internal const string Provider = "gen_ai.provider.name";
    internal const string RequestModel = "gen_ai.request.model";
    internal const string ResponseModel = "gen_ai.response.model";
    internal const string ResponseId = "gen_ai.response.id";
    internal const string InputTokens = "gen_ai.usage.input_tokens";
    internal const string OutputTokens = "gen_ai.usage.output_tokens";
    internal const string OutputType = "gen_ai.output.type";
    internal const string TokenType = "gen_ai.token.type";
    internal const string ErrorType = "error.type";
    internal const string ServerAddress = "server.address";
    internal const string ServerPort = "server.port";

    internal const string ClientOperation = "taskplatform.operation";
    internal const string TaskId = "taskplatform.task.id";
    internal const string AgentId = "gen_ai.agent.id";
    internal const string RevisionId = "taskplatform.revision.id";
    internal const string Credits = "taskplatform.credits";
    internal const string Attempts = "taskplatform.attempts";
    internal const string OutcomeUnknown = "taskplatform.outcome_unknown";
    internal const string FallbackUsed = "taskplatform.fallback.used";
    internal const string FallbackBy = "taskplatform.fallback.by";
    internal const string Kind = "taskplatform.call.kind";

    /// <summary>The event of an attempt, and what it tells.</summary>
    internal const string Attempt = "taskplatform.attempt";
    internal const string AttemptOutcome = "taskplatform.attempt.outcome";
    internal const string AttemptStatus = "http.response.status_code";
    internal const string AttemptSeconds = "taskplatform.attempt.duration";

    /// <summary>Who answers: the platform whose wire format this client speaks.</summary>
    internal const string ProviderValue = "rightbrain";
}
