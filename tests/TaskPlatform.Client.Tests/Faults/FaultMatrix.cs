using System.Collections.Concurrent;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Makes every experiment once, for all tests that look at the results.</summary>
public sealed class FaultMatrix : IAsyncLifetime
{
    private readonly ConcurrentDictionary<LabCell, LabResult> results = new();

    /// <summary>All results, in the order of the table.</summary>
    internal IEnumerable<LabResult> Results => LabCell.All.Select(cell => results[cell]);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        await Parallel.ForEachAsync(
            LabCell.All,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (cell, cancellationToken) => results[cell] = await Experiment.MakeAsync(cell, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
