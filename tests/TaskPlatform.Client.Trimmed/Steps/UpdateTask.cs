namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Changes a task in every way a member can be written, makes the revision live and reads the answer back.</summary>
internal static class UpdateTask
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        Guid taskId = project.Translate.Id;
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(
            taskId,
            new UpdateTaskRequest
            {
                UserPrompt = "Translate {text}",
                Annotation = null,
                RevisionTags = [],
                LlmConfig = new JsonObject { ["temperature"] = 0.2 },
                OutputFormat = new OutputFormat { ["text"] = OutputType.Text },
                InputProcessors = [new InputProcessor { ParamName = "text", Kind = InputProcessorKind.UrlFetcher }],
                TaskRunVisibility = RunVisibility.EditorsAndOwners,
            },
            cancellationToken);

        Check.Same(
            "the update as sent",
            project.LastBody(FakeOperation.UpdateTask),
            """{"task_run_visibility":"editors_and_owners","revision_tags":[],"user_prompt":"Translate {text}","llm_config":{"temperature":0.2},"output_format":{"text":"str"},"annotation":null,"input_processors":[{"param_name":"text","input_processor":"url_fetcher"}]}""");
        Check.Same("a new revision was made", updated.NewRevisionCreated, true);
        TaskRevision revision = updated.Task.Revisions.Single(revision => revision.Id == updated.NewRevisionId);
        Check.Same("its prompt", revision.UserPrompt, "Translate {text}");
        Check.Same("its settings", revision.LlmConfig?.GetProperty("temperature").GetDouble(), 0.2);
        Check.Same("its input processor", revision.InputProcessors[0].Kind, InputProcessorKind.UrlFetcher);
        Check.Same("the task's visibility", updated.Task.TaskRunVisibility, RunVisibility.EditorsAndOwners);

        TaskUpdateResult activated = await client.Tasks.ActivateRevisionAsync(taskId, revision.Id, cancellationToken);
        Check.That("the new revision has all traffic", activated.Task.ActiveRevisions is [{ Weight: 1 } only] && only.TaskRevisionId == revision.Id);
    }
}
