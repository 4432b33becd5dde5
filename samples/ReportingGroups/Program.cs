// Who costs what: runs for several customers, each under the customer's reporting group, and a table of them. Everything
// happens on a platform embedded in this process: no account, no network. Ends with 0 only if all is as it should be.
using System.Globalization;
using ReportingGroups;
using Spectre.Console;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

Console.OutputEncoding = System.Text.Encoding.UTF8;
using var platform = new FakeTaskPlatform();
FakeTask translate = platform.AddTask("Translate", task => task.UserPrompt = "Translate {text}");
FakeTask summarise = platform.AddTask("Summarise", task => task.UserPrompt = "Sum up {text}");
(translate.Credits, summarise.Credits) = (1.20m, 0.35m);

// A client may have a group for all its runs: nobody forgets it then. A run that names another is booked there.
using TaskPlatformClient client = platform.CreateClient(options => options.ReportingGroup = "in-house");

// 1. A group for each customer, made once. Names are unique, so one that is there already is taken.
foreach (string customer in new[] { "acme", "globex", "in-house" })
{
    ReportingGroup group = await client.ReportingGroups.FindByNameAsync(customer)
        ?? await client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = customer, Description = $"Runs for {customer}" });
    Console.WriteLine($"{group.Name,-10}{group.Id}");
}

// 2. The day's work.
(FakeTask Task, string? Customer, string Text)[] work =
[
    (translate, "acme", "Good morning"), (summarise, "acme", "A long report about lamps"), (translate, "acme", "Good night"),
    (summarise, "globex", "A longer report about vases and lamps"), (summarise, "globex", "A short one"), (translate, null, "Hello"),
];
foreach ((FakeTask task, string? customer, string text) in work)
{
    await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["text"] = text }, ReportingGroup = customer });
}

// 3. What it came to, as the platform keeps it. Each run says its group, its tokens and its credits.
var runs = new List<TaskRun>();
foreach (FakeTask task in new[] { translate, summarise })
{
    await foreach (TaskRun run in client.Tasks.ListRunsAsync(task.Id))
    {
        runs.Add(run);
    }
}

IReadOnlyList<CustomerCosts> costs = CustomerCosts.Of(runs);
var table = new Table().AddColumn("group").AddColumn(Right("runs")).AddColumn(Right("tokens")).AddColumn(Right("credits"));
foreach (CustomerCosts row in costs)
{
    table.AddRow(Markup.Escape(row.Group), Text(row.Runs), Text(row.Tokens), Text(row.Credits));
}

table.AddRow("all", Text(costs.Sum(row => row.Runs)), Text(costs.Sum(row => row.Tokens)), Text(costs.Sum(row => row.Credits)));
AnsiConsole.Write(table);

bool[] checks =
[
    costs.Select(row => (row.Group, row.Runs, row.Credits)).SequenceEqual([("acme", 3, 2.75m), ("in-house", 1, 1.20m), ("globex", 2, 0.70m)]),
    costs.Sum(row => row.Runs) == platform.ExecutedRuns && costs.Sum(row => row.Credits) == platform.CreditsCharged,
    costs.All(row => row.Tokens > 0) && costs.Sum(row => row.Tokens) == runs.Sum(run => run.Usage.InputTokens + run.Usage.OutputTokens),
    platform.RequestsFor(FakeOperation.RunTask)[^1].Query == "?reporting_group=in-house",
    platform.RequestsFor(FakeOperation.CreateReportingGroup).Count == 3,
];
return checks.All(holds => holds) ? 0 : 1;

static TableColumn Right(string header) => new TableColumn(header).RightAligned();
static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
