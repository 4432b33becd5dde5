using System.Runtime.CompilerServices;

namespace TaskPlatform.Client.Batches;

/// <summary>Inputs that are at hand, in the form of those that are waited for.</summary>
internal static class RunInputs
{
    internal static async IAsyncEnumerable<RunTaskRequest> ReadAsync(IEnumerable<RunTaskRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (RunTaskRequest request in requests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return request;
        }
    }
}
