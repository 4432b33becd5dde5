// Three revisions of a task, the same inputs: which answers differ, what each costs, how long each takes. Nothing of it
// touches the traffic. Everything happens on a platform embedded in this process.
using CompareRevisions;
using Spectre.Console;
using TaskPlatform.Client;

using var project = new EmbeddedProject();
using TaskPlatformClient client = project.CreateClient();

RunTaskRequest[] inputs = [.. EmbeddedProject.Reviews.Select(review => new RunTaskRequest { Input = { ["review"] = review } })];
RevisionComparison comparison = await client.Tasks.CompareRevisionsAsync(
    project.TaskId,
    inputs,
    [project.Live, project.Strict, RevisionChoice.ByTag("candidate")],
    new CompareRevisionsOptions { MaxCredits = 50m });

var table = new Table().AddColumns("revision", "succeeded", "failed", "credits", "tokens", "median", "95 %");
foreach (RevisionResult result in comparison.Revisions)
{
    table.AddRow(
        project.NameOf(result.RevisionId),
        $"{result.Succeeded}",
        $"{result.Failed}",
        $"{result.Credits}",
        $"{result.InputTokens + result.OutputTokens}",
        $"{result.MedianTime?.TotalMilliseconds:0.0} ms",
        $"{result.Percentile95Time?.TotalMilliseconds:0.0} ms");
}

AnsiConsole.Write(table);

IReadOnlyList<RevisionAgreement> agreements = comparison.GetAgreements();
var chart = new BarChart().Label("same answer, % of inputs").Width(60).WithMaxValue(100);
foreach (RevisionAgreement agreement in agreements)
{
    chart.AddItem($"{project.NameOf(agreement.First)} = {project.NameOf(agreement.Second)}", Math.Round(100 * (agreement.Share ?? 0)), Color.Blue);
}

AnsiConsole.Write(chart);
foreach (int input in agreements[0].DifferingInputs)
{
    Console.WriteLine($"{project.NameOf(agreements[0].First)} and {project.NameOf(agreements[0].Second)} differ on: {EmbeddedProject.Reviews[input]}");
}

// Asked again with another measure, without another run: is it the same side of three stars?
IReadOnlyList<RevisionAgreement> roughly = comparison.GetAgreements((one, other) => Stars(one) > 3 == Stars(other) > 3);
Console.WriteLine($"Roughly the same: {string.Join(", ", roughly.Select(agreement => $"{agreement.Share:P0}"))}");

bool right = !comparison.Stopped
    && comparison.Revisions.All(result => result.Succeeded == inputs.Length)
    && comparison.Credits == project.Charged
    && agreements.Select(agreement => agreement.Agreed).SequenceEqual([3, 4, 2])
    && roughly.All(agreement => agreement.Share == 1);
Console.WriteLine(right ? "As expected." : "Not as expected.");
return right ? 0 : 1;

static int Stars(TaskRun run) => run.Output.Raw.GetProperty("stars").GetInt32();
