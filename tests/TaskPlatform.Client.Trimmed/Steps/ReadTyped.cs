namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Reads a run's output as a type, with the type's contract; one that does not fit keeps the run.</summary>
internal static class ReadTyped
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        var request = new RunTaskRequest { Input = { ["text"] = "Hello world" } };
        TaskRun<Translation> typed = await client.Tasks.RunAsync(project.Translate.Id, request, TrimmedJson.Default.Translation, cancellationToken);
        Check.Same("the text", typed.Value.Text, "Hola mundo");
        Check.Same("the list", string.Join(',', typed.Value.FormalWords), "mundo");

        TaskPlatformSerializationException unfit = await Check.FailsAsync<TaskPlatformSerializationException>(
            "an output of another type", () => client.Tasks.RunAsync(project.Summarise.Id, request, TrimmedJson.Default.Translation, cancellationToken));
        Check.Same("the run it keeps", unfit.Run?.Id, project.Summarise.Runs[^1].Id);
    }
}
