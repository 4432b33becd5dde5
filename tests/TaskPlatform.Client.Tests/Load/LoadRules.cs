namespace TaskPlatform.Client.Tests.Load;

/// <summary>What must hold of client and platform after any load.</summary>
internal static class LoadRules
{
    /// <summary>A line for each rule that is broken.</summary>
    internal static IEnumerable<string> Broken(int calls, ClientFigures client, ServerFigures server)
    {
        int atMost = client.Succeeded + client.Unknown + client.AnsweredFailures;
        (bool Holds, string Rule)[] rules =
        [
            (client.Total == calls, $"Each of {calls} calls has one outcome: {client.Total}."),
            (client.Foreign.Count == 0, $"Every exception is the client's own: {client.Foreign.FirstOrDefault()}"),
            (client.MixedUp == 0, $"Everybody gets the run they asked for: {client.MixedUp} did not."),
            (client.DifferentRuns == client.Succeeded, $"{client.Succeeded} successes are as many runs: {client.DifferentRuns}."),
            (server.MostOfOneReference <= 1, $"No run is made twice: one was made {server.MostOfOneReference} times."),
            (client.Succeeded <= server.Executions, $"What was answered was made: {client.Succeeded} answered, {server.Executions} made."),
            (server.Executions <= atMost, $"What was made was answered, refused or called unknown: {server.Executions} made, {atMost} told."),
            (Math.Abs(server.TokenRequests - server.Expiries) <= 1, $"A token is asked for once each: {server.TokenRequests} requests, {server.Expiries} expiries."),
        ];
        return from rule in rules where !rule.Holds select rule.Rule;
    }
}
