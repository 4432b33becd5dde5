// From a C# type to the output format of a task, and from its answer back to the type. Everything happens on a platform
// embedded in this process: no account, no network, nothing is charged. Ends with 0 only if all is as it should be.
using System.Text.Json.Nodes;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using TypedOutput;

using var platform = new FakeTaskPlatform();
FakeTask task = platform.AddTask("Grade a damage report");
using TaskPlatformClient client = platform.CreateClient();

// 1. The task is told to answer in the shape of a type. (A format can be written by hand too: OutputField.OneOf("none", "total").)
OutputFormat format = OutputFormat.For(SampleJson.Default.Assessment);
TaskUpdateResult updated = await client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest
{
    UserPrompt = "Carrier: {carrier}. Report from the depot: {damage_note}. Grade it.",
    OutputFormat = format,
});
foreach ((string name, OutputField field) in format)
{
    Console.WriteLine($"{name,-12}{field.Type,-8}{field.Description} {string.Join('|', field.Options ?? [])}");
}

// 2. The inputs come from a type as well, and are held against the prompt before a run is paid for.
RunTaskRequest request = RunTaskRequest.From(new Report("Greyline", "The lamp is in pieces."), SampleJson.Default.Report) with { Reference = "claim-7" };
PromptTemplate.Check(request, updated.Task);
InputDifference wrong = PromptTemplate.Compare(new RunTaskRequest { Input = { ["carier"] = "Greyline" } }, updated.Task);
Console.WriteLine($"a wrong request lacks {string.Join(", ", wrong.Missing)}; no prompt takes {string.Join(", ", wrong.Surplus)}");

// 3. The answer is read as the type, also where the model wrote an item as JSON text.
task.Answer(JsonNode.Parse("""
    {"severity": "Total", "refund_due": true, "summary": "We are sorry.", "items": ["{\"name\": \"lamp\", \"value_gbp\": 38.50}"], "damaged_on": "2026-11-26"}
    """));
(Assessment assessment, TaskRun run) = await client.Tasks.RunAsync(task.Id, request, SampleJson.Default.Assessment);
Console.WriteLine($"{assessment.Severity}, {assessment.Items[0].Name}, {assessment.Items[0].ValueGbp} GBP, on {assessment.DamagedOn:yyyy-MM-dd} (run {run.Reference})");

// 4. An answer that does not fit is not lost: where, as what, and the run with its cost are on the exception.
task.Answer(JsonNode.Parse("""{"severity": "Awful", "refund_due": true, "summary": "", "items": [], "damaged_on": null}"""));
TaskPlatformSerializationException? unfit = null;
try
{
    await client.Tasks.RunAsync(task.Id, request, SampleJson.Default.Assessment);
}
catch (TaskPlatformSerializationException exception)
{
    unfit = exception;
    Console.WriteLine($"no {exception.ExpectedType?.Name}: {exception.Path}, {exception.Run?.TotalChargedCredits} credits");
}

bool[] checks =
[
    platform.RequestsFor(FakeOperation.RunTask)[0].Text == """{"task_input":{"carrier":"Greyline","damage_note":"The lamp is in pieces."},"task_reference":"claim-7"}""",
    format.IsSameAs(updated.Task.Revisions.Single(revision => revision.Active).OutputFormat),
    format["severity"].Options is ["None", "Cosmetic", "Partial", "Total"] && format["severity"].Description == "How bad it is.",
    wrong.Missing is ["carrier", "damage_note"] && wrong.Surplus is ["carier"],
    assessment is { Severity: Severity.Total, Items: [{ Name: "lamp", ValueGbp: 38.50m }] } && assessment.DamagedOn == new DateOnly(2026, 11, 26),
    unfit is { Path: "$.severity", Run.TotalChargedCredits: 1 },
];
return checks.All(holds => holds) ? 0 : 1;
