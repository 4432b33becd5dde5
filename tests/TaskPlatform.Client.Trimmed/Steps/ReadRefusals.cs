using System.Net;

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Calls that fail: a refusal with field errors, a task that is not there, too many calls at first.</summary>
internal static class ReadRefusals
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        TaskPlatformValidationException refusal = await Check.FailsAsync<TaskPlatformValidationException>(
            "a run without its input", () => client.Tasks.RunAsync(project.Summarise.Id, new RunTaskRequest(), cancellationToken));
        Check.Same("the field", refusal.Issues[0].Location, "body.task_input.text");
        Check.Same("nothing ran", refusal.OutcomeUnknown, false);

        TaskPlatformNotFoundException missing = await Check.FailsAsync<TaskPlatformNotFoundException>(
            "a task that is not there", () => client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest(), cancellationToken));
        Check.Same("the status", missing.StatusCode, HttpStatusCode.NotFound);

        project.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);
        int before = project.Platform.ExecutedRuns;
        TaskRun repeated = await client.Tasks.RunAsync(project.Summarise.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, cancellationToken);
        Check.Same("the attempts of a throttled run", repeated.Response?.Attempts.Count, 2);
        Check.Same("the runs it came to", project.Platform.ExecutedRuns - before, 1);
    }
}
