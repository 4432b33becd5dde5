// The library after trimming, or as native code: every kind of call once, against a platform in memory, each result checked.
// Ends with 1 and a line that names the first thing that is not as it should be.
using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskPlatform.Client;
using TaskPlatform.Client.Trimmed;
using TaskPlatform.Client.Trimmed.Steps;

using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
using var project = new EmbeddedProject();
using TaskPlatformClient client = project.Platform.CreateClient();
try
{
    Check.That("reflection-based JSON is off", !JsonSerializer.IsReflectionEnabledByDefault);
    await UpdateTask.RunAsync(client, project, limit.Token);
    await ReadTasks.RunAsync(project, limit.Token);
    await MakeAndLookUp.RunAsync(client, project, limit.Token);
    await RunEveryModality.RunAsync(client, project, limit.Token);
    await SendAndSaveFiles.RunAsync(client, project, limit.Token);
    await ReadTyped.RunAsync(client, project, limit.Token);
    await AskForTypes.RunAsync(client, project, limit.Token);
    await RunMany.RunAsync(client, project, limit.Token);
    await UpdateAgent.RunAsync(client, project, limit.Token);
    await TalkToAgent.RunAsync(client, project, limit.Token);
    await KeepLabels.RunAsync(client, project, limit.Token);
    await CallByPath.RunAsync(client, project, limit.Token);
    await ReadRefusals.RunAsync(client, project, limit.Token);
    await RegisterFromConfiguration.RunAsync(project, limit.Token);
    await CallAsFunction.RunAsync(client, project, limit.Token);
    await CheckHealth.RunAsync(project, limit.Token);
}
catch (Exception failure)
{
    await Console.Error.WriteLineAsync($"FAILED: {failure.Message} ({failure.GetType().Name})");
    return 1;
}

Console.WriteLine($"{Check.Passed} checks passed, {(RuntimeFeature.IsDynamicCodeCompiled ? "trimmed" : "native")}.");
return 0;
