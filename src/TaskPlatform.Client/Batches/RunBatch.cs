using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace TaskPlatform.Client.Batches;

/// <summary>
/// Makes many runs: one loop takes inputs and starts them, each at its place, and a channel carries their outcomes to
/// whoever enumerates. What stops it stops the loop; what was started is told in any case.
/// </summary>
internal sealed class RunBatch : IDisposable
{
    private readonly RunSender sender;
    private readonly RunManyOptions options;
    private readonly RunPace pace;
    private readonly RunTally tally;
    private readonly RunJournal journal;
    private readonly Channel<Task<RunOutcome>> outcomes;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private ExceptionDispatchInfo? failure;
    private RunManyCeiling? ceiling;
    private bool allStarted;

    internal RunBatch(Guid taskId, SendRun run, RunManyOptions options, TimeProvider time)
    {
        this.options = options;
        pace = new RunPace(options.MaxConcurrency, time);
        tally = new RunTally(options, pace);
        journal = new RunJournal(options.Log, taskId, time);
        sender = new RunSender(run, options.RequestOptions ?? new RequestOptions());
        outcomes = Channel.CreateBounded<Task<RunOutcome>>(new BoundedChannelOptions(options.MaxConcurrency * (options.InOrder ? 2 : 1)) { SingleReader = true });
    }

    internal async IAsyncEnumerable<RunOutcome> RunAsync(IAsyncEnumerable<RunTaskRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static batch => ((RunBatch)batch!).Stop(), this);
        Task starting = Task.Run(() => StartAllAsync(requests), CancellationToken.None); // the source is not read on the caller's context
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
            Stop();
            await foreach (Task<RunOutcome> outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                await outcome.ConfigureAwait(false);
            }

            await starting.ConfigureAwait(false);
        }

        RunManyProgress end = tally.Snapshot();
        options.Progress?.Report(end);
        failure?.Throw();
        if (ceiling is { } reached)
        {
            throw RunManyStoppedException.At(reached, options, end);
        }

        if (cancellationToken.IsCancellationRequested && (!allStarted || tally.CutShort))
        {
            throw new OperationCanceledException("The caller cancelled; what was started is told, the other inputs were not started.", cancellationToken);
        }

        journal.CheckAllMet();
    }

    public void Dispose()
    {
        pace.Dispose();
        stop.Dispose();
        abort.Dispose();
    }

    private async Task StartAllAsync(IAsyncEnumerable<RunTaskRequest> requests)
    {
        try
        {
            tally.Begin(await journal.BeginAsync().ConfigureAwait(false));
            stop.Token.ThrowIfCancellationRequested();
            long index = 0;
            await foreach (RunTaskRequest request in requests.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                if (!await TakeAsync(index++, request).ConfigureAwait(false))
                {
                    Stop();
                    break;
                }
            }

            allStarted = ceiling is null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The enumeration says why it ends.
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        await pace.EmptyAsync().ConfigureAwait(false);
        outcomes.Writer.Complete();
    }

    // Gives false when a ceiling is reached: looked at last, when every run that gave its place up is counted.
    private async ValueTask<bool> TakeAsync(long index, RunTaskRequest? request)
    {
        RunInput input = RunInput.Of(index, request ?? throw new ArgumentException($"Input {index} is null.", nameof(request)));
        if (journal.Find(input, out RunOutcome? before))
        {
            await PassOverAsync(before).ConfigureAwait(false);
            return true;
        }

        if (options.InOrder)
        {
            await outcomes.Writer.WaitToWriteAsync(stop.Token).ConfigureAwait(false);
        }

        RunPlace place = await pace.EnterAsync(stop.Token).ConfigureAwait(false);
        ceiling = tally.Ceiling();
        if (ceiling is not null || stop.IsCancellationRequested)
        {
            place.Dispose();
            stop.Token.ThrowIfCancellationRequested();
            return false;
        }

        tally.Start();
        Task<RunOutcome> running = RunOneAsync(input, request, place);
        if (options.InOrder)
        {
            outcomes.Writer.TryWrite(running); // there is room: only this loop writes
        }

        return true;
    }

    private async ValueTask PassOverAsync(RunOutcome? unknown)
    {
        if (unknown is null)
        {
            tally.Skip();
            return;
        }

        tally.CountFromLog(unknown);
        await outcomes.Writer.WriteAsync(Task.FromResult(unknown), stop.Token).ConfigureAwait(false);
    }

    private async Task<RunOutcome> RunOneAsync(RunInput input, RunTaskRequest request, RunPlace place)
    {
        RunOutcome outcome = await SendAsync(input, request, place).ConfigureAwait(false);
        tally.Count(outcome); // before the place is given to another run, so that no ceiling is looked at too early
        if (!options.InOrder)
        {
            await outcomes.Writer.WriteAsync(Task.FromResult(outcome), CancellationToken.None).ConfigureAwait(false);
        }

        place.Dispose();
        return outcome;
    }

    private async Task<RunOutcome> SendAsync(RunInput input, RunTaskRequest request, RunPlace place)
    {
        try
        {
            await journal.WriteIntentAsync(input).ConfigureAwait(false);
        }
        catch (Exception unwritten)
        {
            Fail(unwritten);
            return new RunOutcome(input.Index, input.Reference, new IOException("The run log could not be written, so nothing was sent.", unwritten)) { Fingerprint = input.Fingerprint };
        }

        RunOutcome outcome = await sender.SendAsync(input, request, place, abort.Token).ConfigureAwait(false);
        try
        {
            await journal.WriteOutcomeAsync(outcome).ConfigureAwait(false);
        }
        catch (Exception unwritten)
        {
            Fail(unwritten);
        }

        return outcome;
    }

    private void Fail(Exception exception)
    {
        Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        Stop();
    }

    private void Stop()
    {
        pace.End();
        try
        {
            if (options.AbortInFlight)
            {
                abort.Cancel();
            }

            stop.Cancel();
        }
        catch (AggregateException)
        {
            // What the source of inputs does when it is cancelled is no reason to leave runs untold.
        }
    }
}
