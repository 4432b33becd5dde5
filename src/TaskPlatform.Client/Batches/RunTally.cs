namespace TaskPlatform.Client.Batches;

/// <summary>Counts outcomes and credits. An outcome is counted before its place is given to another run.</summary>
internal sealed class RunTally(RunManyOptions options, RunPace pace)
{
    private readonly object gate = new(); // protects all counts: outcomes come from many threads
    private readonly long[] outcomes = new long[Enum.GetValues<RunOutcomeKind>().Length];
    private long skipped;
    private long fromLog;
    private int inFlight;
    private decimal charged;
    private decimal dearest;
    private long withoutPrice;
    private bool cutShort;

    /// <summary>Whether an input that was started ended because of a stop and not by itself.</summary>
    internal bool CutShort
    {
        get
        {
            lock (gate)
            {
                return cutShort;
            }
        }
    }

    // What an earlier start left unknown says nothing about how the platform is now.
    private long Failures => outcomes[(int)RunOutcomeKind.Failed] + outcomes[(int)RunOutcomeKind.NotRun] + outcomes[(int)RunOutcomeKind.Unknown] - fromLog;

    private decimal Credits => charged + (withoutPrice * dearest);

    /// <summary>Takes over what earlier starts were charged.</summary>
    internal void Begin(RunLogCharges before)
    {
        lock (gate)
        {
            (charged, dearest, withoutPrice) = (before.Charged, before.Dearest, before.WithoutPrice);
        }
    }

    internal void Skip()
    {
        lock (gate)
        {
            skipped++;
        }
    }

    internal void Start()
    {
        lock (gate)
        {
            inFlight++;
        }
    }

    /// <summary>Counts what the log of an earlier start tells; its cost is among what that start was charged.</summary>
    internal void CountFromLog(RunOutcome outcome)
    {
        lock (gate)
        {
            outcomes[(int)outcome.Kind]++;
            fromLog++;
        }
    }

    internal void Count(RunOutcome outcome)
    {
        lock (gate)
        {
            inFlight--;
            outcomes[(int)outcome.Kind]++;
            cutShort |= outcome.Error is OperationCanceledException;
            withoutPrice += RunEvidence.RunsWithoutPrice(outcome);
            if (outcome.Credits is { } credits)
            {
                charged += credits;
                dearest = Math.Max(dearest, credits);
            }
        }
    }

    /// <summary>The ceiling that is reached, or null.</summary>
    internal RunManyCeiling? Ceiling()
    {
        lock (gate)
        {
            return Credits >= options.MaxCredits ? RunManyCeiling.Credits
                : Failures >= options.MaxFailures ? RunManyCeiling.Failures
                : null;
        }
    }

    internal RunManyProgress Snapshot()
    {
        (int concurrency, TimeSpan pauseLeft) = (pace.Concurrency, pace.Pause.Left);
        lock (gate)
        {
            return new RunManyProgress
            {
                Succeeded = outcomes[(int)RunOutcomeKind.Succeeded],
                Failed = outcomes[(int)RunOutcomeKind.Failed],
                NotRun = outcomes[(int)RunOutcomeKind.NotRun],
                Unknown = outcomes[(int)RunOutcomeKind.Unknown],
                Skipped = skipped,
                Credits = Credits,
                InFlight = inFlight,
                Concurrency = concurrency,
                PauseLeft = pauseLeft,
            };
        }
    }
}
