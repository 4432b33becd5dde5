namespace TaskPlatform.Client;

/// <summary>How agents are listed. Everything left null is left out.</summary>
public sealed record ListTaskAgentsRequest
{
    /// <summary>True adds to each agent what it did in the last seven days (<c>seven_day_summary</c>); the platform's default is false.</summary>
    public bool? SevenDaySummary { get; init; }

    /// <summary>How many agents one request brings, from 1 to 100 (<c>page_limit</c>); null takes 100. It changes how often is asked, not what is given.</summary>
    public int? PageLimit { get; init; }
}
