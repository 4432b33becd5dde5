using System.Globalization;
using TaskPlatform.Client;

namespace BatchRun;

/// <summary>What Ctrl+C and a second start come to, without a hand on the keyboard: a stop in the middle, then the same again.</summary>
internal static class Demonstration
{
    private const int Rows = 60;

    public static async Task<int> RunAsync(TaskPlatformClient client, EmbeddedPlatform platform, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("taskplatform-batchrun-").FullName;
        try
        {
            (string input, string output) = (Path.Combine(folder, "in.csv"), Path.Combine(folder, "out.csv"));
            await File.WriteAllLinesAsync(input, ["id,text", .. Enumerable.Range(0, Rows).Select(row => $"{row},\"hello, number {row}\"")], cancellationToken);

            using var ctrlC = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            platform.Ran = () =>
            {
                if (platform.Runs == Rows / 3)
                {
                    ctrlC.Cancel();
                }
            };
            Ending stopped = await RowRunner.RunAsync(client, platform.TaskId, input, output, ctrlC.Token);
            platform.Ran = null;
            int before = platform.Runs;
            Console.WriteLine($"First start: {stopped.Text} {before} of {Rows} rows were run, {platform.Charged} credits.");

            Ending complete = await RowRunner.RunAsync(client, platform.TaskId, input, output, cancellationToken);
            Console.WriteLine($"Second start: {complete.Text} {platform.Runs - before} rows were run, {platform.Charged} credits together.");

            string[] answers = await File.ReadAllLinesAsync(output, cancellationToken);
            Console.WriteLine($"out.csv has {answers.Length - 1} rows, such as: {answers[1]}");
            bool right = !stopped.IsComplete && complete.IsComplete && before < Rows && platform.Runs == Rows && !platform.RanTwice
                && answers.Skip(1).Select(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)).Distinct().Count() == Rows;
            Console.WriteLine(right ? "Every row was run once." : "A row was lost or run twice.");
            return right ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
