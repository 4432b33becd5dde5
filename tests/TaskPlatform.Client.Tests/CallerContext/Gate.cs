namespace TaskPlatform.Client.Tests.CallerContext;

/// <summary>Where a test holds a call until it opens: everything that awaits the call is suspended then.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource opened = new();

    internal Task Opened => opened.Task;

    /// <summary>Opens on a thread of the pool, where whoever waits runs on at once.</summary>
    internal Task OpenAsync() => Task.Run(opened.SetResult);
}
