using System.Runtime.ExceptionServices;

namespace TaskPlatform.Client.Batches;

/// <summary>Stops the starting of runs, once and for whatever reason, and keeps the first failure that did it.</summary>
internal sealed class RunStop(RunPace pace, bool abortInFlight) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private ExceptionDispatchInfo? failure;

    /// <summary>Cancelled when nothing more shall be started.</summary>
    internal CancellationToken Token => stop.Token;

    /// <summary>Cancelled when what is in flight shall end too.</summary>
    internal CancellationToken Abort => abort.Token;

    internal bool IsRequested => stop.IsCancellationRequested;

    internal void Request()
    {
        pace.End();

        // The starting first: what is aborted gives its place up, and nothing more may take it.
        Cancel(stop);
        if (abortInFlight)
        {
            Cancel(abort);
        }
    }

    /// <summary>Stops over something that went wrong beside the runs: the source, the log.</summary>
    internal void Request(Exception because)
    {
        Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(because), null);
        Request();
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // What the source of inputs does when it is cancelled is no reason to leave runs untold.
        }
    }

    internal void ThrowIfFailed() => failure?.Throw();

    public void Dispose()
    {
        stop.Dispose();
        abort.Dispose();
    }
}
