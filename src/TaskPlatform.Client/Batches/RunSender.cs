using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Batches;

/// <summary>
/// Makes the run of one input and puts what became of it into an outcome. Among many, a refusal is no failure: the input
/// waits with all others and is sent again.
/// </summary>
internal sealed class RunSender(SendRun run, RequestOptions options)
{
    /// <summary>A platform that refuses an input in so many rounds of attempts, each after a pause, will not take it.</summary>
    internal const int MaxRounds = 10;

    internal async Task<RunOutcome> SendAsync(RunInput input, RunTaskRequest request, RunPlace place, CancellationToken cancellationToken)
    {
        RequestOptions paced = options with { Pace = place };
        for (int round = 1; ; round++)
        {
            try
            {
                TaskRun answer = await run(request, paced, cancellationToken).ConfigureAwait(false);
                place.Answered();
                return new RunOutcome(input.Index, input.Reference, answer) { Fingerprint = input.Fingerprint };
            }
            catch (TaskPlatformException refused) when (round < MaxRounds && !place.IsOver && RunEvidence.IsRefusal(refused) && RunUploads.CanRunAgain(request))
            {
                // The pace was told how long to wait.
            }
            catch (Exception error)
            {
                return new RunOutcome(input.Index, input.Reference, error) { Fingerprint = input.Fingerprint };
            }
        }
    }
}
