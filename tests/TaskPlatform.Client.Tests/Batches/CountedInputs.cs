using System.Runtime.CompilerServices;
using TaskPlatform.Client.Tests.Platform;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>Inputs without an end, which know how far ahead of their outcomes they were asked for.</summary>
internal sealed class CountedInputs
{
    private int told;

    internal int Taken { get; private set; }

    internal int FarthestAhead { get; private set; }

    /// <summary>What must be so before the second input is given; null for nothing.</summary>
    internal Func<bool>? AfterFirst { get; init; }

    internal void Told() => Interlocked.Increment(ref told);

    internal async IAsyncEnumerable<RunTaskRequest> WithoutEndAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            FarthestAhead = Math.Max(FarthestAhead, Taken - Volatile.Read(ref told));
            yield return BatchLab.Input(Taken++);
            if (Taken == 1 && AfterFirst is { } condition)
            {
                await Eventually.HoldsAsync(condition, cancellationToken);
            }
        }
    }
}
