// A new revision goes live step by step, and comes back when it does worse. Everything happens on a platform embedded in
// this process: no account, no network, nothing is charged. Ends with 0 only if all is as it should be.
using System.Globalization;
using GradualRollout;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var platform = new FakeTaskPlatform(seed: 7);
using TaskPlatformClient client = platform.CreateClient();
FakeTask task = platform.AddTask("Answer a customer", definition => (definition.Modality, definition.UserPrompt) = ("text", "Answer: {question}"));

// The embedded platform has no model. Asked for detail, a model writes too much for a text message every other time.
task.Respond(run => run.Prompt.StartsWith("In detail", StringComparison.Ordinal) && run.Inputs["question"]!.GetValue<string>().EndsWith('1')
    ? new string('x', 400)
    : "Yes, until Friday.");
Guid stable = task.Revisions[0].Id;

Console.WriteLine("A revision that is as good:");
Guid better = await ReviseAsync("Answer kindly: {question}");
bool wentLive = await new Rollout(client.Tasks, task.Id, stable, better).RunAsync(TrafficAsync);
double? shareOfBetter = (await client.Tasks.GetAsync(task.Id)).ActiveRevisions.Single().Weight;

Console.WriteLine("A revision that is worse:");
Guid worse = await ReviseAsync("In detail, answer: {question}");
bool stayedLive = await new Rollout(client.Tasks, task.Id, better, worse).RunAsync(TrafficAsync);
TaskDefinition after = await client.Tasks.GetAsync(task.Id);

bool[] checks =
[
    wentLive && shareOfBetter == 1,
    !stayedLive,
    after.ActiveRevisions is [{ TaskRevisionId: var live }] && live == better,
    task.Runs.Count == 400 && task.Runs.Any(run => run.RevisionId == worse) && task.Runs.Count(run => run.RevisionId == worse) < 30,
];
return checks.All(holds => holds) ? 0 : 1;

async Task<Guid> ReviseAsync(string prompt) =>
    (await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { UserPrompt = prompt })).NewRevisionId!.Value;

// A hundred customers; which revision each meets, the platform chooses by the traffic weights.
async Task TrafficAsync()
{
    for (int customer = 0; customer < 100; customer++)
    {
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["question"] = $"Are you open? {customer % 2}" } });
    }
}
