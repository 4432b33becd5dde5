namespace Quickstart.Live;

/// <summary>What <c>--live</c> needs to know: which task and which agent of your account to work on.</summary>
internal sealed record LiveArguments(Guid TaskId, Guid AgentId)
{
    public const string Usage = """

          dotnet run --project samples/Quickstart
              Shows everything on a platform embedded in the program. No account is needed.

          dotnet run --project samples/Quickstart -- --live --task ID --agent ID
              Works on one task and one agent of your account, after saying what it will do and asking.
              Credentials come from the environment:
                TASKPLATFORM_ORG_ID, TASKPLATFORM_PROJECT_ID
                TASKPLATFORM_CLIENT_ID and TASKPLATFORM_CLIENT_SECRET, or TASKPLATFORM_API_KEY
                TASKPLATFORM_BASE_URL and TASKPLATFORM_TOKEN_URL, if not production

        """;

    /// <summary>Reads <c>--live --task ID --agent ID</c>, in any order.</summary>
    /// <returns>What was read; null when something is missing, unknown or no UUID.</returns>
    public static LiveArguments? Read(string[] args)
    {
        bool live = false;
        Guid? task = null;
        Guid? agent = null;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--live" when !live:
                    live = true;
                    break;
                case "--task" when task is null && Id(i + 1) is { } id:
                    (task, i) = (id, i + 1);
                    break;
                case "--agent" when agent is null && Id(i + 1) is { } id:
                    (agent, i) = (id, i + 1);
                    break;
                default:
                    return null;
            }
        }

        return live && task is { } taskId && agent is { } agentId ? new LiveArguments(taskId, agentId) : null;

        Guid? Id(int at) => at < args.Length && Guid.TryParse(args[at], out Guid id) ? id : null;
    }
}
