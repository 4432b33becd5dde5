using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TaskPlatform.Client.Batches;

/// <summary>
/// Makes many runs: one loop starts them, and a channel carries their outcomes to whoever enumerates. What stops it stops
/// the loop; what was started is told in any case.
/// </summary>
internal sealed class RunBatch : IDisposable
{
    private readonly RunManyOptions options;
    private readonly RunPace pace;
    private readonly RunStop stop;
    private readonly RunTally tally;
    private readonly RunJournal journal;
    private readonly RunStarter starter;
    private readonly Channel<Task<RunOutcome>> outcomes;

    internal RunBatch(Guid taskId, SendRun run, RunManyOptions options, TimeProvider time)
    {
        this.options = options;
        pace = new RunPace(options.MaxConcurrency, time);
        stop = new RunStop(pace, options.AbortInFlight);
        tally = new RunTally(options, pace);
        journal = new RunJournal(options.Log, taskId, time);
        outcomes = Channel.CreateBounded<Task<RunOutcome>>(new BoundedChannelOptions(options.MaxConcurrency * (options.InOrder ? 2 : 1)) { SingleReader = true });
        starter = new RunStarter(new RunSender(run, options.RequestOptions ?? new RequestOptions()), pace, stop, tally, journal, outcomes.Writer, options.InOrder);
    }

    internal async IAsyncEnumerable<RunOutcome> RunAsync(IAsyncEnumerable<RunTaskRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static stop => ((RunStop)stop!).Request(), stop);
        Task starting = Task.Run(() => starter.StartAllAsync(requests), CancellationToken.None); // the source is not read on the caller's context
        try
        {
            await foreach (Task<RunOutcome> outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                RunOutcome told = await outcome.ConfigureAwait(false);
                options.Progress?.Report(tally.Snapshot());
                yield return told;
            }
        }
        finally
        {
            // Whoever breaks off leaves runs behind: they end, and are written down, before this does.
            stop.Request();
            await foreach (Task<RunOutcome> outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                await outcome.ConfigureAwait(false);
            }

            await starting.ConfigureAwait(false);
        }

        RunManyProgress end = tally.Snapshot();
        options.Progress?.Report(end);
        stop.ThrowIfFailed();
        if (starter.Ceiling is { } reached)
        {
            throw RunManyStoppedException.At(reached, options, end);
        }

        if (cancellationToken.IsCancellationRequested && (!starter.AllStarted || tally.CutShort))
        {
            throw new OperationCanceledException("The caller cancelled; what was started is told, the other inputs were not started.", cancellationToken);
        }

        journal.CheckAllMet();
    }

    public void Dispose()
    {
        pace.Dispose();
        stop.Dispose();
    }
}
