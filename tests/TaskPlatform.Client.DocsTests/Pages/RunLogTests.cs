using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RunLogTests : PageTest
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string LogPath => Path.Combine(folder, "runs.jsonl");

    [Fact]
    public async Task A_second_start_goes_on_where_the_first_one_ended()
    {
        FakeTask task = AddTranslate();
        RunTaskRequest[] requests = Inputs(5);
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        await StartAsync(task.Id, requests[..3]);
        await StartAsync(task.Id, requests);

        task.Runs.Select(run => run.Reference).Should().BeEquivalentTo(requests.Select(request => request.Reference));
    }

    [Fact]
    public async Task What_failed_is_done_and_what_was_not_run_is_run()
    {
        FakeTask task = AddTranslate();
        task.FallsBack = false;
        task.FailPrimary("overloaded", times: 1);
        task.FailFallback("overloaded", times: 1);
        await StartAsync(task.Id, Inputs(1));
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Forbidden);
        await StartAsync(task.Id, Inputs(2));

        await StartAsync(task.Id, Inputs(2));

        task.Runs.Select(run => (run.Reference, run.IsError)).Should().Equal(("order-0", true), ("order-0", true), ("order-1", false));
    }

    [Fact]
    public async Task The_log_holds_ids_hashes_and_credits()
    {
        FakeTask task = AddTranslate();

        await StartAsync(task.Id, Inputs(1));

        string[] lines = await File.ReadAllLinesAsync(LogPath, TestContext.Current.CancellationToken);
        lines.Should().HaveCount(3);
        lines[0].Should().Be($$"""{"run_log":1,"task_id":"{{task.Id}}"}""");
        lines[1].Should().MatchRegex("""^\{"index":0,"sent_at":"[^"]+","sha256":"[0-9A-F]{64}","reference":"order-0"\}$""");
        lines[2].Should().Be($$"""{"index":0,"status":"succeeded","error":null,"run_id":"{{task.Runs[0].Id}}","credits":1.00}""");
        string.Concat(lines).Should().NotContain("Hello").And.NotContain(Platform.ClientSecret);
    }

    [Fact]
    public async Task Other_inputs_are_refused()
    {
        FakeTask task = AddTranslate();
        RunTaskRequest[] requests = Inputs(2);
        await StartAsync(task.Id, requests);

        foreach (RunTaskRequest[] other in (RunTaskRequest[][])[[requests[1], requests[0]], requests[..1], [requests[0], requests[1] with { Input = new() { ["text"] = "Bye", ["language"] = "Spanish" } }]])
        {
            await ((Func<Task>)(() => StartAsync(task.Id, other))).Should().ThrowAsync<InvalidOperationException>();
        }

        await ((Func<Task>)(() => StartAsync(Platform.AddTask("Greet").Id, requests))).Should().ThrowAsync<InvalidOperationException>();
        Platform.ExecutedRuns.Should().Be(2);
    }

    [Fact]
    public async Task The_credits_of_earlier_starts_count()
    {
        FakeTask task = AddTranslate();
        task.Credits = 300;
        await StartAsync(task.Id, Inputs(1));

        await ((Func<Task>)(() => StartAsync(task.Id, Inputs(100)))).Should().ThrowAsync<RunManyStoppedException>();

        Platform.ExecutedRuns.Should().BeInRange(2, 17);
    }

    [Fact]
    public async Task Two_programs_can_not_have_it_open()
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);

        await ((Func<Task>)(() => JsonLinesRunLog.OpenAsync(LogPath))).Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task A_last_line_cut_off_by_a_crash_is_no_damage()
    {
        FakeTask task = AddTranslate();
        await StartAsync(task.Id, Inputs(1));
        await File.AppendAllTextAsync(LogPath, """{"index":1,"sent_""", TestContext.Current.CancellationToken);

        await StartAsync(task.Id, Inputs(2));

        Platform.ExecutedRuns.Should().Be(2);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    private static RunTaskRequest[] Inputs(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = $"order-{index}" })];

    private Task StartAsync(Guid taskId, IEnumerable<RunTaskRequest> requests) => RunManyAsync(Client, taskId, requests, LogPath, TestContext.Current.CancellationToken);

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
