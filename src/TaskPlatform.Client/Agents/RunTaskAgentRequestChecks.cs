using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>What a run of an agent must keep to before it is sent. Texts name the member, never what is in it.</summary>
internal static class RunTaskAgentRequestChecks
{
    private static readonly string[] Keys = ["message", "session_id"];

    internal static void Refuse(RunTaskAgentRequest request)
    {
        if (request.Message is null)
        {
            throw new ArgumentException("Message is null: an agent must be told something.", nameof(request));
        }

        AdditionalKeys.Refuse(request.AdditionalFields, Keys, nameof(request));
    }
}
