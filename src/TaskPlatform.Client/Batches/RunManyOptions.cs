namespace TaskPlatform.Client;

/// <summary>How many runs are made: how many at once, when to stop, in which order to tell, what to write down.</summary>
public sealed record RunManyOptions
{
    /// <summary>
    /// How many inputs are under way at once at most, from 1 to 10,000; 8 by default. Fewer after a refusal: half, then one
    /// more with each full round of answers. In memory are at most twice as many, waiting to be taken from the enumeration.
    /// </summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>
    /// Starts nothing once this many credits are reached; null, the default, never stops for it. What is in flight then may
    /// still be charged, and no more than that. Credits of earlier starts in the <see cref="Log"/> count. An unknown outcome
    /// and an answer without a price count as much as the dearest run so far: as nothing until a first price is known, from
    /// then on in full.
    /// </summary>
    public decimal? MaxCredits { get; init; }

    /// <summary>
    /// Starts nothing once so many inputs of this start have failed, in whatever way: failed runs, inputs that were not run,
    /// unknown outcomes. Null, the default, never stops for it. What is in flight then may fail besides.
    /// </summary>
    public int? MaxFailures { get; init; }

    /// <summary>False, the default, tells outcomes as they come; true in the order of the inputs, in which a slow input holds up the start of others once twice <see cref="MaxConcurrency"/> wait behind it.</summary>
    public bool InOrder { get; init; }

    /// <summary>
    /// False, the default, lets what was sent finish after a cancellation, a ceiling or the end of the enumeration. True
    /// cancels it: such runs may be stored and charged, and their outcomes, still told, are mostly unknown.
    /// </summary>
    public bool AbortInFlight { get; init; }

    /// <summary>Told with each outcome that is taken and once at the end, one call at a time; null for nobody.</summary>
    public IProgress<RunManyProgress>? Progress { get; init; }

    /// <summary>Where every input and outcome is written down, so that a second start runs nothing twice; null for nowhere. Yours to dispose. It serves one enumeration.</summary>
    public JsonLinesRunLog? Log { get; init; }

    /// <summary>What each run does otherwise than the client's options say; null for nothing. Its attempts and fallback are those of one run.</summary>
    public RequestOptions? RequestOptions { get; init; }

    internal static void Check(RunManyOptions options)
    {
        if (options.MaxConcurrency is < 1 or > 10_000)
        {
            throw new ArgumentException($"MaxConcurrency takes 1 to 10,000, and {options.MaxConcurrency} was given.", nameof(options));
        }

        if (options.MaxCredits <= 0)
        {
            throw new ArgumentException($"MaxCredits must be more than 0, and {options.MaxCredits} was given; leave it null for no ceiling.", nameof(options));
        }

        if (options.MaxFailures < 1)
        {
            throw new ArgumentException($"MaxFailures must be at least 1, and {options.MaxFailures} was given; leave it null for no ceiling.", nameof(options));
        }
    }
}
