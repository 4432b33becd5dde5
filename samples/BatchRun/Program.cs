// A CSV in, a CSV out: every row is one run of a task. Ctrl+C stops the starting; the same command again goes on where it
// was, and no row is paid for twice. Everything happens on a platform embedded in this process.
//   dotnet run --project samples/BatchRun                      a demonstration: a stop after some rows, then the rest
//   dotnet run --project samples/BatchRun -- in.csv out.csv    a file of yours, with a column "text"
using BatchRun;
using Spectre.Console;
using TaskPlatform.Client;

using var platform = new EmbeddedPlatform();
using TaskPlatformClient client = platform.CreateClient();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true; // let what was sent come back first
    stop.Cancel();
};

if (args is [var input, var output])
{
    Ending ending = await RowRunner.RunAsync(client, platform.TaskId, input, output, stop.Token);
    AnsiConsole.MarkupLineInterpolated($"{ending.Text} Rows are in {output}; [bold]{(ending.IsComplete ? "done" : "run the same command to go on")}[/].");
    return ending.IsComplete ? 0 : 1;
}

if (args.Length > 0)
{
    Console.Error.WriteLine("Usage: BatchRun [in.csv out.csv]");
    return 64;
}

return await Demonstration.RunAsync(client, platform, stop.Token);
