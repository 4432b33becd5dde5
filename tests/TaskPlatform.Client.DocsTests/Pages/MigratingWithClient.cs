using TaskPlatform.Client;

namespace DocsCode;

/// <summary>What docs/migrating.md shows of the same calls with the client.</summary>
internal static class WithClient
{
    public static TaskPlatformClientOptions Options(Guid organizationId, Guid projectId, string clientId, string clientSecret)
    {
        // docs: token-with-client
        var options = new TaskPlatformClientOptions
        {
            OrganizationId = organizationId,
            ProjectId = projectId,
            ClientId = clientId,
            ClientSecret = clientSecret,
        };

        // docs: end
        return options;
    }

    public static async Task<TaskUpdateResult> UpdateAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: update-with-client
        TaskUpdateResult updated = await client.Tasks.UpdateAndActivateAsync(
            taskId, new UpdateTaskRequest { UserPrompt = "Translate {text} into {language}", Annotation = null });

        // docs: end
        return updated;
    }

    public static async Task<(string? Text, decimal? Credits)> RunAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: run-with-client
        var (answer, run) = await client.Tasks.RunAsync(
            taskId,
            new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = "order-42", ReportingGroup = "acme" },
            AnswerContext.Default.Answer);
        decimal? credits = run.TotalChargedCredits;

        // docs: end
        return (answer.Text, credits);
    }

    public static async Task SendFileAsync(TaskPlatformClient client, Guid taskId, string path, string target)
    {
        // docs: files-with-client
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { Files = [TaskFile.FromPath(path)] });
        if (run.Output is ImageOutput image)
        {
            await client.Tasks.DownloadFileAsync(run, image.File, target);
        }

        // docs: end
    }

    public static async Task<string> ExplainAsync(TaskPlatformClient client, Guid taskId)
    {
        string outcome;

        // docs: error-with-client
        try
        {
            await client.Tasks.RunAsync(taskId, new RunTaskRequest());
            outcome = "ran";
        }
        catch (TaskPlatformApiException exception)
        {
            string? message = exception.ServerMessage ?? string.Join("; ", exception.Issues.Select(issue => $"{issue.Location}: {issue.Message}"));
            outcome = $"{(int?)exception.StatusCode}: {message}";
        }

        // docs: end
        return outcome;
    }
}
