using System.Globalization;

namespace TaskPlatform.Client.Tests.Load;

/// <summary>Makes a number of runs with so many in flight at once, each with a reference of its own.</summary>
internal static class LoadRun
{
    internal static async Task MakeAsync(TaskPlatformClient client, Guid taskId, Range numbers, int inFlight, ClientFigures figures, CancellationToken cancellationToken)
    {
        int next = numbers.Start.Value - 1;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(WorkAsync, cancellationToken)));

        async Task WorkAsync()
        {
            for (int number = Interlocked.Increment(ref next); number < numbers.End.Value; number = Interlocked.Increment(ref next))
            {
                string reference = "order-" + number.ToString(CultureInfo.InvariantCulture);
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
}
