using System.Net;

namespace TaskPlatform.Client;

/// <summary>One attempt of a call: what became of it and how long it took.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="StatusCode">The status that came back, or null when none did.</param>
/// <param name="Elapsed">From the start of the attempt to its end, waiting for a token included.</param>
public sealed record RequestAttempt(AttemptOutcome Outcome, HttpStatusCode? StatusCode, TimeSpan Elapsed);
