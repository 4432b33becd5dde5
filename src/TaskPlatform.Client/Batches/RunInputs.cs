using System.Runtime.CompilerServices;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Batches;

/// <summary>Inputs in the form in which they are taken.</summary>
internal static class RunInputs
{
    /// <summary>Inputs that are at hand, as if they were waited for.</summary>
    internal static async IAsyncEnumerable<RunTaskRequest> ReadAsync(IEnumerable<RunTaskRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (RunTaskRequest request in requests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return request;
        }
    }
    /// <summary>Inputs with a reference each, given before the log writes them down; null stays null.</summary>
    internal static async IAsyncEnumerable<RunTaskRequest> WithReferencesAsync(IAsyncEnumerable<RunTaskRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (RunTaskRequest? request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return request is null ? request! : AutoReference.Give(request);
        }
    }
}
