using TaskPlatform.Client.Trimmed.Shapes;

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Makes the output format of every kind of type, sends it, and reads an answer to it as that type; then asks with a type.</summary>
internal static class AskForTypes
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        foreach (AnswerShape shape in AnswerShapes.All)
        {
            FakeTask task = project.Platform.AddTask(shape.Name);
            TaskUpdateResult updated = await client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { OutputFormat = shape.MakeFormat() }, cancellationToken);
            string sent = project.Platform.RequestsFor(FakeOperation.UpdateTask)[^2].Text;
            Check.Same($"the format of {shape}", sent, $$"""{"output_format":{{shape.Format}}}""");
            Check.That($"{shape}: the revision has it", shape.MakeFormat().IsSameAs(updated.Task.Revisions.Single(revision => revision.Active).OutputFormat));

            task.Answer(JsonNode.Parse(shape.Answer));
            Check.Same($"the answer as {shape}", await shape.RunAsync(client.Tasks, task.Id, cancellationToken), shape.Answer);
        }

        RunTaskRequest typed = RunTaskRequest.From(new Question("Hello", "Spanish", ["greeting"]), ShapeJson.Default.Question);
        await client.Tasks.RunAsync(project.Translate.Id, typed, cancellationToken);
        Check.Same("the typed input", project.LastBody(FakeOperation.RunTask), """{"task_input":{"text":"Hello","language":"Spanish","hints":["greeting"]}}""");
        Check.Same("the variables", string.Join(',', PromptTemplate.Variables("{text} into {{language}}")), "text,language");
    }
}
