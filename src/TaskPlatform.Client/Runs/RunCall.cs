using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Runs;

/// <summary>One run a caller asked for, and how a request of it is sent with or without the fallback model.</summary>
internal sealed record RunCall(
    Guid TaskId, RunTaskRequest Request, RequestOptions? Options, Func<RunCall, bool?, CancellationToken, ValueTask<Answer<TaskRun>>> Send);
