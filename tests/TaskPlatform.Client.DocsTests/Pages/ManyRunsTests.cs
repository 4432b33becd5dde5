using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class ManyRunsTests : PageTest
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task A_second_start_goes_on_where_the_first_one_ended()
    {
        FakeTask task = AddTranslate();
        RunTaskRequest[] requests = [.. Enumerable.Range(0, 5).Select(index => new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = $"order-{index}" })];
        string path = Path.Combine(folder, "runs.jsonl");
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        await RunManyAsync(Client, task.Id, requests[..3], path, TestContext.Current.CancellationToken);
        await RunManyAsync(Client, task.Id, requests, path, TestContext.Current.CancellationToken);

        task.Runs.Select(run => run.Reference).Should().BeEquivalentTo(requests.Select(request => request.Reference));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunManyAsync(TaskPlatformClient client, Guid taskId, IEnumerable<RunTaskRequest> requests, string path, CancellationToken cancellationToken)
    {
        // docs: many
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(path, cancellationToken);
        var options = new RunManyOptions { MaxConcurrency = 16, MaxCredits = 500m, MaxFailures = 20, Log = log };

        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, requests, options, cancellationToken))
        {
            Console.WriteLine(outcome switch
            {
                { IsSuccess: true, Run: { } run } => $"{outcome.Index}: run {run.Id}, {outcome.Credits} credits",
                { IsUnknown: true } => $"{outcome.Index}: look for {outcome.Reference} before you run it again",
                _ => $"{outcome.Index}: {outcome.Kind}, {outcome.Error?.Message}",
            });
        }

        // docs: end
    }
}
