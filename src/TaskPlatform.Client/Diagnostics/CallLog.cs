using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>What calls tell the log: methods, routes, statuses, times. Never an input, an output or a secret. Event ids are stable.</summary>
internal static partial class CallLog
{
    [LoggerMessage(EventId = 1, EventName = "CallAnswered", Level = LogLevel.Debug, Message = "{Method} {Path} was answered {Status} after {Attempts} attempt(s) in {Milliseconds} ms")]
    internal static partial void CallAnswered(this ILogger logger, HttpMethod method, string path, int status, int attempts, long milliseconds);

    [LoggerMessage(EventId = 2, EventName = "CallRepeated", Level = LogLevel.Information, Message = "{Method} {Path}: attempt {Attempt} ended {Outcome} ({Status}); the next follows after {Milliseconds} ms")]
    internal static partial void CallRepeated(this ILogger logger, HttpMethod method, string path, int attempt, AttemptOutcome outcome, int? status, long milliseconds);

    [LoggerMessage(EventId = 3, EventName = "CallFailed", Level = LogLevel.Warning, Message = "{Method} {Path} failed: {Outcome} ({Status}) after {Attempts} attempt(s) in {Milliseconds} ms; outcome unknown: {OutcomeUnknown}")]
    internal static partial void CallFailed(this ILogger logger, HttpMethod method, string path, AttemptOutcome outcome, int? status, int attempts, long milliseconds, bool outcomeUnknown);

    [LoggerMessage(EventId = 4, EventName = "BearerRefused", Level = LogLevel.Information, Message = "{Method} {Path}: the bearer was refused; a newer one is tried once")]
    internal static partial void BearerRefused(this ILogger logger, HttpMethod method, string path);

    [LoggerMessage(EventId = 5, EventName = "FallbackUsed", Level = LogLevel.Warning, Message = "Task {TaskId}: the primary model failed, so the run goes to the fallback model")]
    internal static partial void FallbackUsed(this ILogger logger, Guid taskId);

    [LoggerMessage(EventId = 6, EventName = "FallbackRefused", Level = LogLevel.Warning, Message = "Task {TaskId}: the platform refused the fallback model ({Status}); runs that choose no revision do without it for up to ten minutes")]
    internal static partial void FallbackRefused(this ILogger logger, Guid taskId, int? status);
}
