// The primary model goes down for a while. The client falls back, after two failures goes straight to the fallback, tries
// the primary again after a minute, and is back when the model is. Everything happens on a platform embedded in this
// process: no account, no network. Ends with 0 only if all is as it should be.
using Outage;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

var clock = new SampleClock();
using var platform = new FakeTaskPlatform(timeProvider: clock);
FakeTask task = platform.AddTask("Translate", definition =>
{
    definition.UserPrompt = "Translate {text}";
    definition.FallbackModelId = platform.FallbackModelId;     // without one there is nothing to fall back to
});
task.FallsBack = false;                                        // a platform that leaves it to the client
(task.Credits, task.CreditsOfFailedRun) = (1.00m, 0.40m);      // a run that failed costs something too

using TaskPlatformClient client = platform.CreateClient(options =>
{
    options.Fallback.FailuresBeforeBreak = 2;                  // 0, the default, tries the primary each time
    options.Fallback.BreakDuration = TimeSpan.FromMinutes(1);
});
Task<Step> RunAsync(string what) => Step.RunAsync(what, client, platform, task.Id);

var steps = new List<Step> { await RunAsync("all is well") };

task.FailPrimary("the model is overloaded");
steps.Add(await RunAsync("the primary fails"));
steps.Add(await RunAsync("and again: the breaker opens"));
steps.Add(await RunAsync("open: straight to the fallback"));
steps.Add(await RunAsync("still open"));

clock.Advance(TimeSpan.FromMinutes(1));
steps.Add(await RunAsync("a minute later one run tries the primary"));
steps.Add(await RunAsync("it failed, so the others go straight"));

task.Heal();
steps.Add(await RunAsync("the model is back, but the breaker is open"));
clock.Advance(TimeSpan.FromMinutes(1));
steps.Add(await RunAsync("a minute later one run tries the primary"));
steps.Add(await RunAsync("it answered, so all do"));

var primary = new Step(Executions: 1, ByFallback: false, Credits: 1.00m);
var fellBack = new Step(Executions: 2, ByFallback: true, Credits: 1.40m);
var straight = new Step(Executions: 1, ByFallback: true, Credits: 1.00m);
bool[] checks =
[
    steps.SequenceEqual([primary, fellBack, fellBack, straight, straight, fellBack, straight, straight, primary, primary]),
    steps.Sum(step => step.Executions) == platform.ExecutedRuns && steps.Sum(step => step.Credits) == platform.CreditsCharged,
    platform.RequestsFor(FakeOperation.RunTask).Count(request => request.Query == "?use_fallback_model=true") == 7,
];
Console.WriteLine($"{platform.ExecutedRuns} runs of a model for {steps.Count} answers, {platform.CreditsCharged} credits; the breaker kept three runs from failing first");
return checks.All(holds => holds) ? 0 : 1;
