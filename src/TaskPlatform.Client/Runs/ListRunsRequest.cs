namespace TaskPlatform.Client;

/// <summary>Which runs of a task a list shows. Everything left null is left out: all runs.</summary>
public sealed record ListRunsRequest
{
    /// <summary>
    /// True shows only runs that failed, false only those that did not (<c>status</c> as <c>error</c> or <c>success</c>); null
    /// shows both. Of this filter it is known that there is one, not for sure how it is written, so what comes is held
    /// against <see cref="TaskRun.IsError"/> here as well.
    /// </summary>
    public bool? IsError { get; init; }

    /// <summary>How many runs one request brings, from 1 to 100 (<c>page_limit</c>); null takes 100. It changes how often is asked, not what is given.</summary>
    public int? PageLimit { get; init; }
}
