namespace TaskPlatform.Client.Tests.Platform;

/// <summary>For what happens on another thread and gives no signal: looks until it is so, and the test's own limit ends it.</summary>
internal static class Eventually
{
    internal static Task HoldsAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        HoldsAsync(() => Task.FromResult(condition()), cancellationToken);

    internal static async Task HoldsAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
