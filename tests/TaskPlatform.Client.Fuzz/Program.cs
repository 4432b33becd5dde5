using System.Diagnostics;
using TaskPlatform.Client.Fuzz;
using TaskPlatform.Client.Tests.Fuzz;

// Plays damaged answers to the client, by default a million of each kind, in one thread per processor.
// Exit code: 0 all went well, 1 one got the better of the client, 2 one did not end, 64 the command line is wrong.
if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 64;
}

TimeSpan longest = TimeSpan.FromSeconds(30);
foreach (FuzzKind kind in options.Kinds)
{
    if (options.Count == 1)
    {
        Console.WriteLine(new FuzzCase(kind, options.Seed, options.Index));
    }

    int workers = Math.Min(Environment.ProcessorCount, Math.Max(1, options.Count / 1000));
    FuzzRun[] runs = [.. Enumerable.Range(0, workers).Select(_ => new FuzzRun(kind, options.Seed))];
    int share = options.Count / workers;
    long started = Stopwatch.GetTimestamp();
    Task all = Task.WhenAll(runs.Select((run, at) => Task.Run(() =>
        run.RunAsync(options.Index + (at * share), at == workers - 1 ? options.Count - (at * share) : share))));
    FuzzCase?[] before = new FuzzCase?[workers];
    while (await Task.WhenAny(all, Task.Delay(longest)) != all)
    {
        if (Array.Find(runs, run => run.Current is { } now && now == before[Array.IndexOf(runs, run)]) is { } stuck)
        {
            Console.Error.WriteLine($"A case did not end in {longest.TotalSeconds:0} s.\nplay it again: {stuck.Current}");
            return 2;
        }

        before = [.. runs.Select(static run => run.Current)];
    }

    if (all.Exception is { } failure)
    {
        Console.Error.WriteLine(failure.InnerExceptions[0]);
        return 1;
    }

    double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    FuzzRun slowest = runs.MaxBy(static run => run.Slowest.Time)!;
    Console.WriteLine($"{kind}: {options.Count:N0} in {seconds:0.0} s ({options.Count / seconds:N0}/s), slowest {slowest.Slowest.Time.TotalMilliseconds:0} ms (index {slowest.Slowest.Index})");
    foreach ((string outcome, int count) in runs.SelectMany(static run => run.Outcomes).GroupBy(static one => one.Key, (key, all) => (key, all.Sum(static one => one.Value)), StringComparer.Ordinal).OrderByDescending(static one => one.Item2))
    {
        Console.WriteLine($"  {outcome,-40} {count,10:N0}");
    }
}

return 0;
