namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Runs many inputs with a log, goes on from it, and compares two revisions.</summary>
internal static class RunMany
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        string path = Path.Combine(Path.GetTempPath(), $"taskplatform-trimmed-{Guid.NewGuid()}.jsonl");
        RunTaskRequest[] requests = [.. Enumerable.Range(0, 5).Select(static index => new RunTaskRequest { Input = { ["text"] = $"text {index}" } })];
        int before = project.Platform.ExecutedRuns;
        try
        {
            Check.Same("all of the first start", await CountAsync(client, project.Summarise.Id, requests[..3], path, cancellationToken), 3);
            Check.Same("the rest at the second", await CountAsync(client, project.Summarise.Id, requests, path, cancellationToken), 2);
            Check.Same("each was run once", project.Platform.ExecutedRuns - before, 5);
        }
        finally
        {
            File.Delete(path);
        }

        Guid first = project.Summarise.Revisions[0].Id;
        Guid second = project.Summarise.AddRevision().Id;
        RevisionComparison comparison = await client.Tasks.CompareRevisionsAsync(project.Summarise.Id, requests, [first, second], cancellationToken: cancellationToken);
        Check.Same("both revisions agree", comparison.GetAgreements()[0].Share, 1);
    }

    private static async Task<int> CountAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest[] requests, string path, CancellationToken cancellationToken)
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(path, cancellationToken);
        int succeeded = 0;
        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, requests, new RunManyOptions { Log = log }, cancellationToken))
        {
            succeeded += outcome.IsSuccess ? 1 : 0;
        }

        return succeeded;
    }
}
