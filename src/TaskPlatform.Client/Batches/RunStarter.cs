using System.Threading.Channels;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Batches;

/// <summary>Takes inputs one after the other and starts each at its place; what becomes of them goes into the channel.</summary>
internal sealed class RunStarter(RunSender sender, RunPace pace, RunStop stop, RunTally tally, RunJournal journal, ChannelWriter<Task<RunOutcome>> outcomes, bool inOrder)
{
    /// <summary>The ceiling that stopped it, or null. Asked when all is over.</summary>
    internal RunManyCeiling? Ceiling { get; private set; }

    /// <summary>Whether the inputs came to their end, and before anything stopped it. Asked when all is over.</summary>
    internal bool AllStarted { get; private set; }

    /// <summary>Starts inputs until they end or something stops it, and completes when the last one that was started is over.</summary>
    internal async Task StartAllAsync(IAsyncEnumerable<RunTaskRequest> requests)
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
                    stop.Request();
                    break;
                }
            }

            AllStarted = Ceiling is null && !stop.IsRequested; // a source may end of itself when it is cancelled
        }
        catch (OperationCanceledException) when (stop.IsRequested)
        {
            // The enumeration says why it ends.
        }
        catch (Exception exception)
        {
            stop.Request(exception);
        }

        await pace.EmptyAsync().ConfigureAwait(false);
        outcomes.Complete();
    }

    private async ValueTask<bool> TakeAsync(long index, RunTaskRequest? request)
    {
        RunInput input = RunInput.Of(index, request ?? throw new ArgumentException($"Input {index} is null.", nameof(request)));
        bool started = false;
        try
        {
            if (journal.Find(input, out RunOutcome? before))
            {
                await PassOverAsync(before).ConfigureAwait(false);
                return true;
            }

            return started = await StartAsync(input, request).ConfigureAwait(false);
        }
        finally
        {
            if (!started)
            {
                await RunUploads.ReleaseAsync(request).ConfigureAwait(false); // no run will
            }
        }
    }

    // Gives false when a ceiling is reached: looked at last, when every run that gave its place up is counted.
    private async ValueTask<bool> StartAsync(RunInput input, RunTaskRequest request)
    {
        if (inOrder)
        {
            await outcomes.WaitToWriteAsync(stop.Token).ConfigureAwait(false);
        }

        RunPlace place = await pace.EnterAsync(stop.Token).ConfigureAwait(false);
        Ceiling = tally.Ceiling();
        if (Ceiling is not null || stop.IsRequested)
        {
            place.Dispose();
            stop.Token.ThrowIfCancellationRequested();
            return false;
        }

        tally.Start();
        Task<RunOutcome> running = RunOneAsync(input, request, place);
        if (inOrder)
        {
            outcomes.TryWrite(running); // there is room: only this loop writes
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
        await outcomes.WriteAsync(Task.FromResult(unknown), stop.Token).ConfigureAwait(false);
    }

    private async Task<RunOutcome> RunOneAsync(RunInput input, RunTaskRequest request, RunPlace place)
    {
        RunOutcome outcome = await SendAsync(input, request, place).ConfigureAwait(false);
        tally.Count(outcome); // before the place is given to another run, so that no ceiling is looked at too early
        if (!inOrder)
        {
            await outcomes.WriteAsync(Task.FromResult(outcome), CancellationToken.None).ConfigureAwait(false);
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
            stop.Request(unwritten);
            await RunUploads.ReleaseAsync(request).ConfigureAwait(false);
            return new RunOutcome(input.Index, input.Reference, new IOException("The run log could not be written, so nothing was sent.", unwritten)) { Fingerprint = input.Fingerprint };
        }

        place.Resending = () => journal.WriteIntentAsync(input);
        RunOutcome outcome = await sender.SendAsync(input, request, place, stop.Abort).ConfigureAwait(false);
        try
        {
            await journal.WriteOutcomeAsync(outcome).ConfigureAwait(false);
        }
        catch (Exception unwritten)
        {
            stop.Request(unwritten);
        }

        return outcome;
    }
}
