using System.Diagnostics;
using TaskPlatform.Client;
using TaskPlatform.Client.Load;
using TaskPlatform.Client.Tests.Load;

// Makes runs with default settings, by default ten thousand with 256 in flight, against a platform with faults.
// Exit code: 0 every rule holds, 1 one is broken, 64 the command line is wrong.
if (LoadOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 64;
}

if (options.Serves)
{
    await PlatformProcess.ServeAsync(options.Seed);
    return 0;
}

if (options.Many)
{
    return await ManyRuns.RunAsync(options.Runs, options.InFlight);
}

const int Parts = 10;
var figures = new ClientFigures(options.Runs);
var memory = new MemoryFigures();
using PlatformProcess platform = PlatformProcess.Start(options.Seed);
long started = Stopwatch.GetTimestamp();
await using (TaskPlatformClient client = platform.Target.CreateClient())
{
    for (int part = 0; part < Parts; part++)
    {
        // The first part is there to warm up: what it leaves behind is what there is from then on.
        Range numbers = (options.Runs * part / Parts)..(options.Runs * (part + 1) / Parts);
        await memory.WatchAsync(LoadRun.MakeAsync(client, platform.Target.TaskId, numbers, options.InFlight, figures, CancellationToken.None));
        memory.Settle();
    }
}

double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
ServerFigures seen = platform.Stop();
Console.WriteLine($"{options.Runs:N0} runs, {options.InFlight} in flight, seed {options.Seed}: {seconds:0.0} s ({options.Runs / seconds:N0}/s)");
Console.WriteLine($"  succeeded {figures.Succeeded:N0}, outcome unknown {figures.Unknown:N0}, answered failures {figures.AnsweredFailures:N0}, not sent {figures.NotSent:N0}");
Console.WriteLine($"  platform: {seen.Executions:N0} runs made, {seen.RunRequests:N0} requests for one, {seen.Refused:N0} refused, {seen.Reset:N0} reset");
Console.WriteLine($"  tokens: {seen.TokenRequests:N0} requests, {seen.Expiries:N0} expiries");
Console.WriteLine($"  memory after each tenth, MB: {string.Join(' ', memory.Settled.Select(static bytes => $"{bytes / 1048576.0:0.0}"))}; at most {memory.Peak / 1048576.0:0.0} with garbage, working set {MemoryFigures.PeakWorkingSet / 1048576.0:0}");

string[] broken = [.. LoadRules.Broken(options.Runs, figures, seen), .. memory.IsFlat ? Array.Empty<string>() : ["Memory is flat."]];
foreach (string rule in broken)
{
    Console.Error.WriteLine($"Broken: {rule}");
}

return broken.Length == 0 ? 0 : 1;
