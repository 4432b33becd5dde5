namespace TaskPlatform.Client.Agents;

/// <summary>What a run of an agent must keep to before it is sent. Texts name the member, never what is in it.</summary>
internal static class RunTaskAgentRequestChecks
{
    internal static void Refuse(RunTaskAgentRequest request)
    {
        if (request.Message is null)
        {
            throw new ArgumentException("Message is null: an agent must be told something.", nameof(request));
        }

        foreach (string key in (ReadOnlySpan<string>)["message", "session_id"])
        {
            if (request.AdditionalFields?.ContainsKey(key) == true)
            {
                throw new ArgumentException($"AdditionalFields has the key {key}, which has a member of its own: set that.", nameof(request));
            }
        }
    }
}
