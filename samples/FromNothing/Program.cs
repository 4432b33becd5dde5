// What a program can do that knows nothing but a credential: find its project and a model, make a task, run it, change it,
// compare both revisions and read the runs back. Nothing is deleted. Everything happens on a platform embedded in this
// process: no account, no network, nothing is charged. Ends with 0 only if all is as it should be.
using System.Text.Json.Nodes;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

using var platform = new FakeTaskPlatform();
platform.AddModel("gpt-4o-2024-08-06", new JsonObject { ["alias"] = "GPT-4o" });
using TaskPlatformClient client = platform.CreateClient(options => (options.OrganizationId, options.ProjectId) = (null, null));

// 1. Where does the credential belong?
CallerIdentity me = await client.GetCallerAsync();
Console.WriteLine($"project    {me.ProjectId}");

// 2. Which model do people call "gpt-4o"? A wrong name is answered with the nearest ones.
LlmModel model = await client.Models.FindAsync("gpt-4o");
string? advice = null;
try
{
    await client.Models.FindAsync("gtp-4o");
}
catch (TaskPlatformNotFoundException exception)
{
    advice = exception.Message;
}

Console.WriteLine($"model      {model.Name} ({model.Alias})");
Console.WriteLine($"           {advice}");

// 3. A task. What the platform requires the compiler requires too. Its first revision is live at once.
TaskDefinition task = await client.Tasks.CreateAsync(new CreateTaskRequest
{
    Name = "Answer a complaint",
    Enabled = true,
    SystemPrompt = "You write for a shop, in one sentence.",
    UserPrompt = "Answer this customer: {complaint}",
    LlmModelId = model.Id,
    OutputModality = OutputModality.Text,
});
Guid first = task.ActiveRevisions[0].TaskRevisionId;
Console.WriteLine($"task       {task.Name}, revision {first}");

// The embedded platform has no model: what one would answer is made up here.
platform.FindTask(task.Id).Respond(run => run.Prompt.Contains("refund", StringComparison.Ordinal) ? "We are sorry and pay you back." : "We are sorry.");

// 4. It runs.
var request = new RunTaskRequest { Input = { ["complaint"] = "The lamp came in pieces." }, Reference = "complaint-7" };
TaskRun live = await client.Tasks.RunAsync(task.Id, request);

// 5. It is changed: a second revision, not live yet.
TaskUpdateResult update = await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { UserPrompt = "Offer this customer a refund: {complaint}" });
Guid second = update.NewRevisionId!.Value;

// 6. Both revisions on the same input.
string[] answers = await Task.WhenAll(new[] { first, second }.Select(async revision =>
{
    TaskRun run = await client.Tasks.RunAsync(task.Id, request with { RevisionId = revision, Reference = $"compare-{revision:N}" });
    return ((TextOutput)run.Output).Text;
}));
Console.WriteLine($"first      {answers[0]}");
Console.WriteLine($"second     {answers[1]}");

// 7. The runs as the platform keeps them.
var kept = new List<TaskRun>();
await foreach (TaskRun run in client.Tasks.ListRunsAsync(task.Id))
{
    kept.Add(run);
}

TaskRun again = await client.Tasks.GetRunAsync(task.Id, live.Id);
Console.WriteLine($"runs       {kept.Count}, {kept.Sum(run => run.Usage.ChargedCredits)} credits");

bool[] checks =
[
    me.ProjectId == platform.ProjectId,
    model.Alias == "GPT-4o" && advice is not null && advice.Contains("gpt-4o-2024-08-06", StringComparison.Ordinal),
    live.RevisionId == first && again is { Reference: "complaint-7", Output: TextOutput { Text: "We are sorry." } },
    answers is ["We are sorry.", "We are sorry and pay you back."],
    kept.Count == 3 && kept.Count(run => run.RevisionId == first) == 2 && kept.Count(run => run.RevisionId == second) == 1,
    platform.ExecutedRuns == 3,
];
return checks.All(holds => holds) ? 0 : 1;
