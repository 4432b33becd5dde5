namespace TaskPlatform.Client;

/// <summary>How revisions are compared: how many runs at once, when to stop, whom to tell.</summary>
public sealed record CompareRevisionsOptions
{
    /// <summary>How many runs are under way at once at most, of all revisions together, from 1 to 10,000; 8 by default. Fewer after a refusal.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Starts nothing once this many credits are reached, in the way of <see cref="RunManyOptions.MaxCredits"/>; the comparison then says <see cref="RevisionComparison.Stopped"/>. Null, the default, never stops for it.</summary>
    public decimal? MaxCredits { get; init; }

    /// <summary>Told of each run as it comes, one call at a time: what was told is not lost to a cancellation. Null for nobody.</summary>
    public IProgress<RevisionOutcome>? Progress { get; init; }

    /// <summary>What each run does otherwise than the client's options say; null for nothing. <see cref="RequestOptions.Fallback"/> has no effect: another model's answer would be compared.</summary>
    public RequestOptions? RequestOptions { get; init; }

    internal RunManyOptions ForRuns() => new()
    {
        MaxConcurrency = MaxConcurrency,
        MaxCredits = MaxCredits,
        RequestOptions = (RequestOptions ?? new RequestOptions()) with { Fallback = FallbackMode.Never },
    };
}
