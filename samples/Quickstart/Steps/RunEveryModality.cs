using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace Quickstart.Steps;

/// <summary>Runs a task of each modality. What came back is told by the type of the output.</summary>
internal static class RunEveryModality
{
    public static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, TemporaryFolder folder, Report report)
    {
        (FakeTask Task, Type Output)[] tasks =
        [
            (project.Translate, typeof(JsonOutput)),
            (project.Summarise, typeof(TextOutput)),
            (project.Table, typeof(CsvOutput)),
            (project.Poster, typeof(ImageOutput)),
            (project.Speech, typeof(AudioOutput)),
            (project.Invoice, typeof(PdfOutput)),
        ];

        foreach ((FakeTask task, Type output) in tasks)
        {
            TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest
            {
                Input = { ["text"] = "Hello world", ["language"] = "Spanish" },
            });

            string answer = await OutputText.OfAsync(client, run, folder);
            report.Check($"{run.Output.GetType().Name,-12} {answer}", run.Output.GetType() == output);
        }
    }
}
