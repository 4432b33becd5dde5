namespace TaskPlatform.Client;

/// <summary>How far many runs have come: counts of this start, credits of the whole.</summary>
public sealed record RunManyProgress
{
    /// <summary>Inputs whose outcome is known or known to be unknown: the four counts below together.</summary>
    public long Done => Succeeded + Failed + NotRun + Unknown;

    /// <summary>Inputs answered with a run that is no error.</summary>
    public long Succeeded { get; init; }

    /// <summary>Inputs whose run was made and failed.</summary>
    public long Failed { get; init; }

    /// <summary>Inputs that were surely not run.</summary>
    public long NotRun { get; init; }

    /// <summary>Inputs whose run may exist without anybody here knowing, those told by the log of an earlier start among them.</summary>
    public long Unknown { get; init; }

    /// <summary>Inputs passed over because the log says that an earlier start has done them.</summary>
    public long Skipped { get; init; }

    /// <summary>
    /// Credits so far, those of earlier starts that the log tells included. A run whose price is not known counts with the
    /// price of the dearest run so far.
    /// </summary>
    public decimal Credits { get; init; }

    /// <summary>Inputs that are started and have no outcome yet.</summary>
    public int InFlight { get; init; }

    /// <summary>How many may be sent at once now: halved by a refusal, one more after each full round of answers.</summary>
    public int Concurrency { get; init; }

    /// <summary>How long nothing will be sent from now on, because the platform asked to wait; zero when it did not.</summary>
    public TimeSpan PauseLeft { get; init; }
}
