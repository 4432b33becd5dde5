namespace TaskPlatform.Client.Tests.Load;

/// <summary>What a platform under load has seen.</summary>
/// <param name="Executions">Runs that were carried out.</param>
/// <param name="MostOfOneReference">The greatest number of them that bear the same reference.</param>
/// <param name="RunRequests">Requests for a run that came past the faults, refused tokens included.</param>
/// <param name="TokenRequests">Requests for a token.</param>
/// <param name="Expiries">How often the token came to its end.</param>
/// <param name="Refused">Calls answered 429 and 503.</param>
/// <param name="Reset">Connections torn down before the call was looked at.</param>
internal sealed record ServerFigures(int Executions, int MostOfOneReference, int RunRequests, int TokenRequests, int Expiries, int Refused, int Reset);
