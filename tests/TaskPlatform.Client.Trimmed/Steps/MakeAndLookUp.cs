namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Finds a model, makes a task with it, runs it, reads its runs and finds a run whose answer was lost.</summary>
internal static class MakeAndLookUp
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        LlmModel model = await client.Models.FindAsync("HERON-mini", cancellationToken);
        Check.Same("the model that was found", model.Id, project.Platform.FallbackModelId);
        Check.Same("the model that was read", (await client.Models.GetAsync("heron-mini", cancellationToken)).Id, model.Id);
        Check.That("the models that were listed", await client.Models.ListAsync(cancellationToken: cancellationToken) is [_, { Name: "heron-mini" }]);

        TaskDefinition task = await client.Tasks.CreateAsync(
            new CreateTaskRequest
            {
                Name = "Made here",
                Enabled = true,
                SystemPrompt = "You are brief.",
                UserPrompt = "Say {word}",
                LlmModelId = model.Id,
                OutputFormat = new OutputFormat { ["said"] = OutputField.Text },
                Tags = [],
                LlmConfig = new JsonObject { ["temperature"] = 0.2 },
                AdditionalFields = new JsonObject { ["later"] = true },
            },
            cancellationToken);
        Check.Same("the body of a new task", project.LastBody(FakeOperation.CreateTask),
            $$$"""{"name":"Made here","enabled":true,"system_prompt":"You are brief.","user_prompt":"Say {word}","llm_model_id":"{{{model.Id}}}","output_format":{"said":"str"},"tags":[],"llm_config":{"temperature":0.2},"later":true}""");

        project.Platform.RespondNext(FakeOperation.RunTask, System.Net.HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        TaskPlatformApiException lost = await Check.FailsAsync<TaskPlatformApiException>(
            "a lost answer", () => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["word"] = "yes" }, Reference = "lost-1" }, cancellationToken));
        FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(task.Id, lost.Reference!, lost.SentAt!.Value, cancellationToken);
        Check.That("the run that was found", found.Runs is [{ Reference: "lost-1", Output: JsonOutput }]);
        Check.Same("the run that was read", (await client.Tasks.GetRunAsync(task.Id, found.Runs[0].Id, cancellationToken)).Id, found.Runs[0].Id);
    }
}
