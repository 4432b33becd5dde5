namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>
/// The canned network, but nobody is answered before as many calls are under way as are to be measured at once: without
/// it calls in memory would end before the next one begins. Answers always come on another thread, as from a socket.
/// </summary>
internal sealed class GatedHandler(int width) : CannedHandler
{
    private readonly Lock gate = new();
    private TaskCompletionSource opening = New();
    private int waiting;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.PathAndQuery != Addresses.TokenPath)
        {
            await ArriveAsync();
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private async Task ArriveAsync()
    {
        Task opened;
        TaskCompletionSource? full = null;
        lock (gate)
        {
            opened = opening.Task;
            if (++waiting == width)
            {
                full = opening;
                opening = New();
                waiting = 0;
            }
        }

        await Task.Yield();
        full?.SetResult();
        await opened;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
