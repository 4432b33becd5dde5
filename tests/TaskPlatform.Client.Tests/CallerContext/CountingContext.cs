using FluentAssertions;

namespace TaskPlatform.Client.Tests.CallerContext;

/// <summary>The context of a caller as a UI thread has one. It notices what is sent back to it.</summary>
internal sealed class CountingContext : SynchronizationContext
{
    private int posts;

    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref posts);
        base.Post(d, state);
    }

    /// <summary>Starts a call in this context, opens the gate it waits at, and holds that it has ended without coming back.</summary>
    internal async Task<T> StartAsync<T>(Func<Task<T>> call, Gate gate)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        Task<T> running;
        try
        {
            running = call();
        }
        finally
        {
            SetSynchronizationContext(before);
        }

        await gate.OpenAsync();
        try
        {
            return await running;
        }
        finally
        {
            Volatile.Read(ref posts).Should().Be(0, "nothing comes back to the caller's context");
        }
    }
}
