using Spectre.Console;
using TaskPlatform.Client;

namespace BatchRun;

/// <summary>Runs the task with each row and appends what came of it to the output, beside a log that remembers what was done.</summary>
internal static class RowRunner
{
    public static async Task<Ending> RunAsync(TaskPlatformClient client, Guid taskId, string input, string output, CancellationToken cancellationToken)
    {
        string[] rows = Csv.ReadColumn(input, "text");
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(output + ".log", CancellationToken.None);
        await using StreamWriter answers = Csv.Append(output, "row,outcome,answer,credits");
        return await Bar().StartAsync(async bar =>
        {
            ProgressTask rowsDone = bar.AddTask("rows", maxValue: Math.Max(1, rows.Length));
            var options = new RunManyOptions
            {
                MaxConcurrency = 4,
                MaxCredits = 100m,      // a bill nobody wants to see ends it
                MaxFailures = 20,       // so does a platform that is down
                Log = log,
                Progress = new BarReport(rowsDone),
            };
            try
            {
                await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, Requests(rows), options, cancellationToken))
                {
                    if (outcome.Kind == RunOutcomeKind.NotRun)
                    {
                        continue;       // its turn comes at the next start
                    }

                    string text = (outcome.Run?.Output as TextOutput)?.Text ?? outcome.Error?.Message ?? "";
                    Csv.Write(answers, outcome.Index, outcome.Kind, text, outcome.Credits);
                }

                return new Ending(true, "All rows are done.");
            }
            catch (OperationCanceledException)
            {
                return new Ending(false, "Stopped.");
            }
            catch (RunManyStoppedException ceiling)
            {
                return new Ending(false, ceiling.Message);
            }
        });
    }

    // The order is that of the file at every start: the log knows a row by its position and by what it says.
    private static IEnumerable<RunTaskRequest> Requests(string[] rows) =>
        rows.Select((text, row) => new RunTaskRequest { Input = { ["text"] = text }, Reference = $"row-{row}" });

    private static Progress Bar() => AnsiConsole.Progress().Columns(
        new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    private sealed class BarReport(ProgressTask bar) : IProgress<RunManyProgress>
    {
        public void Report(RunManyProgress value)
        {
            bar.Value = value.Skipped + value.Done;
            bar.Description = $"{value.Skipped + value.Done} rows, {value.Credits} credits, {value.Concurrency} at once";
        }
    }
}

/// <summary>How a start ended.</summary>
internal sealed record Ending(bool IsComplete, string Text);
