namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Runs a task of each modality and reads its output.</summary>
internal static class RunEveryModality
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        var request = new RunTaskRequest { Input = { ["text"] = "Hello world" }, Reference = "order-42" };

        TaskRun json = await client.Tasks.RunAsync(project.Translate.Id, request, cancellationToken);
        Check.Same("the run as sent", project.LastBody(FakeOperation.RunTask), """{"task_input":{"text":"Hello world"},"task_reference":"order-42"}""");
        Check.Same("the id of the run", json.Id, project.Translate.Runs[^1].Id);
        Check.Same("its reference", json.Reference, "order-42");
        Check.Same("its cost", json.Usage.ChargedCredits, project.Translate.Credits);
        Check.Same("json", (json.Output as JsonOutput)?.Deserialize(TrimmedJson.Default.Translation).Text, "Hola mundo");

        TaskRun text = await client.Tasks.RunAsync(project.Summarise.Id, request, cancellationToken);
        Check.Same("text", (text.Output as TextOutput)?.Text, "A short text.");

        TaskRun csv = await client.Tasks.RunAsync(project.Tabulate.Id, request, cancellationToken);
        Check.Same("csv", (csv.Output as CsvOutput)?.Text, "city,population\nRiga,605802\n");

        TaskRun image = await client.Tasks.RunAsync(project.Poster.Id, request, cancellationToken);
        await CheckFileAsync(client, image, (image.Output as ImageOutput)?.File, "image/png", "\u0089PNG", cancellationToken);

        TaskRun audio = await client.Tasks.RunAsync(project.Speech.Id, request, cancellationToken);
        await CheckFileAsync(client, audio, (audio.Output as AudioOutput)?.File, "audio/mpeg", "\u00FF\u00FB", cancellationToken);

        TaskRun pdf = await client.Tasks.RunAsync(project.Invoice.Id, request, cancellationToken);
        await CheckFileAsync(client, pdf, (pdf.Output as PdfOutput)?.File, "application/pdf", "%PDF-", cancellationToken);
    }

    private static async Task CheckFileAsync(TaskPlatformClient client, TaskRun run, RunFile? file, string contentType, string beginning, CancellationToken cancellationToken)
    {
        Check.Same($"the type of the file of {run.Output}", file?.ContentType, contentType);
        await using Stream content = await client.Tasks.OpenFileAsync(run, file!, cancellationToken);
        byte[] first = new byte[beginning.Length];
        await content.ReadExactlyAsync(first, cancellationToken);
        Check.Same($"its beginning", string.Concat(first.Select(static one => (char)one)), beginning);
    }
}
