namespace TaskPlatform.Client.Testing;

/// <summary>Keeps calls waiting until the test lets them go. Disposing it lets them go too, so that a failed assertion leaves nothing hanging.</summary>
public sealed class FakeHold : IDisposable
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int awaited;

    internal FakeHold(int calls) => awaited = calls;

    /// <summary>Completes when as many calls have arrived as the hold was asked for.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>Lets every call go on, those that have arrived and those still to come.</summary>
    public void Release() => released.TrySetResult();

    /// <summary>The same as <see cref="Release"/>.</summary>
    public void Dispose() => Release();

    internal async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref awaited) == 0)
        {
            arrived.TrySetResult();
        }

        await released.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
