using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Calls;

/// <summary>The further keys a caller gives beside a request's own members.</summary>
internal static class AdditionalKeys
{
    /// <summary>Refuses a key that has a member of its own: it would be sent twice.</summary>
    internal static void Refuse(JsonObject? additional, IEnumerable<string> known, string parameter)
    {
        if (additional is not null && known.FirstOrDefault(additional.ContainsKey) is { } twice)
        {
            throw new ArgumentException($"AdditionalFields has the key {twice}, which has a member of its own: set that.", parameter);
        }
    }
}
