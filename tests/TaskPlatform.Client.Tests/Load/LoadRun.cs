using System.Globalization;

namespace TaskPlatform.Client.Tests.Load;

/// <summary>Makes a number of runs with so many in flight at once, each with a reference of its own.</summary>
internal static class LoadRun
{
    /// <summary>Makes them in one enumeration.</summary>
    internal static async Task EnumerateAsync(TaskPlatformClient client, Guid taskId, int runs, int inFlight, ClientFigures figures, CancellationToken cancellationToken)
    {
        IEnumerable<RunTaskRequest> requests = Enumerable.Range(0, runs).Select(static number => new RunTaskRequest { Input = { ["text"] = "Hello" }, Reference = Name(number) });
        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, requests, new RunManyOptions { MaxConcurrency = inFlight }, cancellationToken))
        {
            if (outcome.Run is { } run)
            {
                figures.Count(run, Name((int)outcome.Index));
            }
            else
            {
                figures.Count(outcome.Error!);
            }
        }
    }

    internal static async Task MakeAsync(TaskPlatformClient client, Guid taskId, Range numbers, int inFlight, ClientFigures figures, CancellationToken cancellationToken)
    {
        int next = numbers.Start.Value - 1;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(WorkAsync, cancellationToken)));

        async Task WorkAsync()
        {
            for (int number = Interlocked.Increment(ref next); number < numbers.End.Value; number = Interlocked.Increment(ref next))
            {
                string reference = Name(number);
                try
                {
                    figures.Count(await client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = "Hello" }, Reference = reference }, cancellationToken), reference);
                }
                catch (Exception failure)
                {
                    figures.Count(failure);
                }
            }
        }
    }

    private static string Name(int number) => "order-" + number.ToString(CultureInfo.InvariantCulture);
}
