using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Makes one experiment with servers and a client of its own.</summary>
internal static class Experiment
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    internal static async Task<LabResult> MakeAsync(LabCell cell, CancellationToken cancellationToken)
    {
        var clock = new StallClock();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Action stalled = cell.Fault.CallerCancels ? caller.Cancel : clock.RunOut;
        await using var elsewhere = new FaultyServer(stalled);
        await using var platform = new FaultyServer(stalled) { Elsewhere = elsewhere.Address };
        await using var tokens = new FaultyServer(stalled) { Elsewhere = elsewhere.Address };
        FaultyServer faulty = cell.Call == LabCall.Token ? tokens : platform;
        bool closed = cell.Fault.Until == Moment.Connect;
        foreach (FaultyServer server in new[] { elsewhere, platform, tokens }.Where(server => !closed || server != faulty))
        {
            server.Open();
        }

        using HttpMessageHandler network = closed && !cell.Again ? new PortOpener(faulty.Open) : PrimaryHandler.Create(TimeSpan.FromSeconds(15));
        var client = new TaskPlatformClient(LabClient.Options(cell, clock, platform.Address, tokens.Address), network);
        LabAnswer? answer = null;
        Exception? failure = null;
        try
        {
            await WarmUpAsync(cell, client, faulty, cancellationToken);
            answer = await LabCalls.MakeAsync(cell.Call, client, caller.Token).WaitAsync(Limit, cancellationToken);
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        client.Dispose();
        network.Dispose();
        bool left = await platform.IsLeftAsync(Limit) & await tokens.IsLeftAsync(Limit) & await elsewhere.IsLeftAsync(Limit);
        ReceivedRequest[] executed = [.. platform.Requests.Where(static request => request.IsExecuted && request.Head.IsPaid)];
        return new LabResult(cell)
        {
            Requests = [.. faulty.Requests],
            Elsewhere = [.. elsewhere.Requests],
            Executions = executed.Count(static request => !request.Head.UsesFallback),
            FallbackExecutions = executed.Count(static request => request.Head.UsesFallback),
            Answer = answer,
            Failure = failure,
            IsLeft = left,
            TimersLeft = clock.Alive,
        };
    }

    private static async Task WarmUpAsync(LabCell cell, TaskPlatformClient client, FaultyServer faulty, CancellationToken cancellationToken)
    {
        int times = cell.Again ? int.MaxValue : 1;
        if (cell.Fault.WarmUp == WarmUp.Faulty)
        {
            faulty.Script.Play(cell.Fault, times);
        }

        if (cell.Fault.WarmUp != WarmUp.None)
        {
            await LabCalls.ReadFileAsync(client, cancellationToken).WaitAsync(Limit, cancellationToken);
            faulty.Forget();
        }

        if (cell.Fault.WarmUp != WarmUp.Faulty && cell.Fault.Name != "no fault")
        {
            faulty.Script.Play(cell.Fault, times);
        }
    }
}
