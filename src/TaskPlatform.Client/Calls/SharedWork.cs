namespace TaskPlatform.Client.Calls;

/// <summary>Starts work that many callers may wait for: what flows with the first of them (its activity, its log scopes) is not everybody's.</summary>
internal static class SharedWork
{
    internal static Task<T> StartAsync<T>(Func<Task<T>> work)
    {
        AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        Task<T> started = Task.Run(work, CancellationToken.None);
        flow?.Undo();
        return started;
    }
}
