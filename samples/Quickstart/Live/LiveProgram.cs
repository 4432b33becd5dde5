using TaskPlatform.Client;

namespace Quickstart.Live;

/// <summary>Everything that stands before a real account is touched: arguments, credentials, and a yes.</summary>
internal static class LiveProgram
{
    private const int WrongUse = 2;
    private const int NotAllowed = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        if (LiveArguments.Read(args) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(LiveArguments.Usage);
            return WrongUse;
        }

        TaskPlatformClientOptions options;
        TaskPlatformClient client;
        try
        {
            options = TaskPlatformClientOptions.FromEnvironment();
            options.Fallback.Mode = FallbackMode.Never; // no more runs than are announced below
            client = new TaskPlatformClient(options);
        }
        catch (Exception missing) when (missing is InvalidOperationException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"\n  The environment is not complete: {missing.Message}\n{LiveArguments.Usage}");
            return WrongUse;
        }

        using (client)
        {
            return IsAllowed(options, arguments) ? await LiveTour.RunAsync(client, arguments) : NotAllowed;
        }
    }

    private static bool IsAllowed(TaskPlatformClientOptions options, LiveArguments arguments)
    {
        Console.WriteLine($"""

              This works on a real account:

                platform  {options.BaseAddress}
                project   {options.ProjectId}
                task      {arguments.TaskId}
                agent     {arguments.AgentId}

              What changes, and what stays:

                - The task gets two new revisions that differ only in their note (annotation) and have no tags.
                  They share its traffic for a moment; then the traffic is set back to what it was. The revisions stay.
                - The agent gets one new revision with another description, live for a moment; then the old one is
                  live again. The revision stays.

              What may be charged:

                - Three runs of the task, with sample words as inputs. A task that wants a file is not run.
                  If a forwarder hangs on the task, it gets their answers.

              Use a task and an agent made for trying things out.

            """);
        Console.Write("  Type yes to go on: ");
        if (string.Equals(Console.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Console.WriteLine("\n  Nothing was sent, nothing was changed.");
        return false;
    }
}
