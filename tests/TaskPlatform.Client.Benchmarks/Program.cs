using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using TaskPlatform.Client.Benchmarks;
using TaskPlatform.Client.Benchmarks.Files;
using TaskPlatform.Client.Benchmarks.Platform;

// Measures what the client costs beside code written by hand and beside other clients, and prints one table at the end.
// Exit code: 0 measured, 64 the command line is wrong.
if (args is [PeakMemory.Verb, var size])
{
    Console.WriteLine(await MeasurePeakAsync(size));
    return 0;
}

if (BenchmarkPlan.Parse(args) is not { } plan)
{
    Console.Error.WriteLine(BenchmarkPlan.Usage);
    return 64;
}

Console.WriteLine(await MeasureAsync(plan));
return 0;

// Without BenchmarkDotNet in its memory: the process that measures itself is a fresh one.
static async Task<PeakMemory> MeasurePeakAsync(string size)
{
    if (Environment.GetEnvironmentVariable(Addresses.Variable) is not null)
    {
        return await PeakMemory.OfSendingAsync(size);
    }

    await using LoopbackPlatform platform = await LoopbackPlatform.StartAsync();
    return await PeakMemory.OfProcessAsync(size, platform);
}

static async Task<CostTable> MeasureAsync(BenchmarkPlan plan)
{
    var table = new CostTable();
    await using LoopbackPlatform platform = await LoopbackPlatform.StartAsync();
    if (plan.Peak)
    {
        PeakMemory little = await PeakMemory.OfProcessAsync("256 KB", platform);
        PeakMemory much = await PeakMemory.OfProcessAsync("256 MiB", platform);
        table.Add(little, much);
    }

    if (plan.Start)
    {
        table.Add(await ColdStart.MeasureAsync());
    }

    Summary[] summaries = BenchmarkRunner.Run([.. plan.Groups.Select(group => BenchmarkConverter.TypeToBenchmarks(group.Type, new BenchmarkSettings(group, plan, platform)))]);
    foreach ((BenchmarkGroup group, Summary summary) in plan.Groups.Zip(summaries))
    {
        table.Add(group, summary);
    }

    return table;
}
