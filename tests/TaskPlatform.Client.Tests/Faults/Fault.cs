namespace TaskPlatform.Client.Tests.Faults;

/// <summary>What a server does to a request in place of a healthy answer: how far it goes, what it says, how it ends.</summary>
/// <param name="Name">As the table names it.</param>
/// <param name="Until">How far it goes.</param>
/// <param name="Ending">What becomes of the connection.</param>
internal sealed record Fault(string Name, Moment Until, Ending Ending = Ending.KeepAlive)
{
    /// <summary>The status that is answered in place of 200.</summary>
    internal int? Status { get; init; }

    /// <summary>Whether the answer asks to come back at once.</summary>
    internal bool HasRetryAfter { get; init; }

    /// <summary>Where the answer sends the caller.</summary>
    internal RedirectTarget Redirect { get; init; }

    /// <summary>How many bytes more are announced than sent.</summary>
    internal int LengthLie { get; init; }

    /// <summary>Whether the answer comes byte by byte.</summary>
    internal bool Dribbles { get; init; }

    /// <summary>Whether the answer is a run that failed.</summary>
    internal bool IsRunError { get; init; }

    /// <summary>What is sent before: an answered read, so that the call meets a connection that has served.</summary>
    internal WarmUp WarmUp { get; init; }

    /// <summary>Whether it is the caller who does not wait any longer.</summary>
    internal bool CallerCancels { get; init; }

    /// <summary>Whether TCP decides how much of it a client sees.</summary>
    internal bool Races { get; init; }

    /// <summary>Whether the server refuses to carry the call out.</summary>
    internal bool Refuses => Status is 413 or 429 || (Status == 503 && HasRetryAfter);

    /// <summary>Whether the primary surely has not answered and a fallback may be asked without being told to take risks.</summary>
    internal bool AsksForFallback => IsRunError || Status == 429 || (Status == 503 && HasRetryAfter);

    public override string ToString() => Name;
}
