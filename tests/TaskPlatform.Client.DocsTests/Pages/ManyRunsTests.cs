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
    public async Task Every_input_is_told_once_and_refusals_are_no_failures()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero, times: 5);

        List<RunOutcome> told = await ReadAsync(Client, task.Id, Inputs(20));

        told.Select(outcome => outcome.Index).Should().BeEquivalentTo(Enumerable.Range(0, 20));
        told.Should().OnlyContain(outcome => outcome.IsSuccess && outcome.Credits == 1);
        Platform.ExecutedRuns.Should().Be(20);
    }

    [Fact]
    public async Task An_asynchronous_source_is_read_as_there_is_room()
    {
        FakeTask task = AddTranslate();
        string path = Path.Combine(folder, "texts.txt");
        await File.WriteAllLinesAsync(path, ["one", "two", "three"], TestContext.Current.CancellationToken);

        await RunFileAsync(Client, task.Id, path);

        task.Runs.Select(run => (run.Reference, (string)run.Inputs["text"]!)).Should().BeEquivalentTo([("row-0", "one"), ("row-1", "two"), ("row-2", "three")]);
    }

    [Fact]
    public async Task A_ceiling_on_credits_stops_the_starting()
    {
        FakeTask task = AddTranslate();

        string ending = await StopAsync(Client, task.Id, Inputs(100), new RunManyOptions { MaxConcurrency = 4, MaxCredits = 10 }, CancellationToken.None);

        ending.Should().MatchRegex("^Credits, 1[0-3] credits$");
        Platform.CreditsCharged.Should().BeInRange(10, 13);
    }

    [Fact]
    public async Task A_ceiling_on_failures_stops_the_starting()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.InternalServerError, times: 100);

        string ending = await StopAsync(Client, task.Id, Inputs(100), new RunManyOptions { MaxConcurrency = 4, MaxFailures = 10 }, CancellationToken.None);

        ending.Should().StartWith("Failures");
        Platform.RequestsFor(FakeOperation.RunTask).Count.Should().BeInRange(10, 13);
    }

    [Fact]
    public async Task A_cancellation_stops_the_starting_and_what_was_sent_is_told()
    {
        FakeTask task = AddTranslate();
        using var stop = new CancellationTokenSource();
        using FakeHold hold = Platform.HoldNext(FakeOperation.RunTask, times: 2, at: FakeMoment.AfterExecution);
        Task<string> running = StopAsync(Client, task.Id, Inputs(100), new RunManyOptions { MaxConcurrency = 2 }, stop.Token);
        await hold.Arrived;

        await stop.CancelAsync();
        hold.Release();

        (await running).Should().Be("stopped after 2");
        Platform.ExecutedRuns.Should().Be(2);
    }

    [Fact]
    public async Task A_run_whose_answer_was_lost_is_looked_for()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        IReadOnlyList<TaskRun> found = await FindLostAsync(Client, task.Id, Inputs(3));

        found.Should().ContainSingle().Which.Reference.Should().StartWith("order-");
        Platform.ExecutedRuns.Should().Be(3);
    }

    [Fact]
    public async Task A_reference_that_the_client_gave_is_on_the_outcome()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient client = Platform.CreateClient(options => options.AutoReference = true);

        RunOutcome outcome = (await ReadAsync(client, task.Id, [Inputs(1)[0] with { Reference = null }])).Single();

        outcome.Reference.Should().StartWith("auto-").And.Be(outcome.Run!.Reference);
    }

    [Fact]
    public async Task Options_out_of_their_limits_are_refused_before_anything_is_sent()
    {
        FakeTask task = AddTranslate();

        foreach (RunManyOptions wrong in (RunManyOptions[])[new() { MaxConcurrency = 0 }, new() { MaxConcurrency = 10_001 }, new() { MaxCredits = 0 }, new() { MaxFailures = 0 }])
        {
            await ((Func<Task>)(() => StopAsync(Client, task.Id, Inputs(1), wrong, CancellationToken.None))).Should().ThrowAsync<ArgumentException>();
        }

        Platform.Requests.Should().BeEmpty();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    private static RunTaskRequest[] Inputs(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = $"order-{index}" })];

    private static async Task<List<RunOutcome>> ReadAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest[] requests)
    {
        List<RunOutcome> told = [];
        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, requests))
        {
            told.Add(outcome);
        }

        return told;
    }

    private static async Task RunFileAsync(TaskPlatformClient client, Guid taskId, string path)
    {
        // docs: many-source
        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, ReadAsync(path), new RunManyOptions { InOrder = true }))
        {
            Console.WriteLine($"row {outcome.Index}: {outcome.Kind}");
        }

        static async IAsyncEnumerable<RunTaskRequest> ReadAsync(string path)
        {
            int row = 0;
            await foreach (string text in File.ReadLinesAsync(path))
            {
                yield return new RunTaskRequest { Input = { ["text"] = text, ["language"] = "Spanish" }, Reference = $"row-{row++}" };
            }
        }

        // docs: end
    }

    private static async Task<string> StopAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest[] requests, RunManyOptions options, CancellationToken cancellationToken)
    {
        string ending = "complete";

        // docs: many-stop
        int told = 0;
        try
        {
            await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, requests, options, cancellationToken))
            {
                told++;
            }
        }
        catch (OperationCanceledException)
        {
            ending = $"stopped after {told}";
        }
        catch (RunManyStoppedException exception)
        {
            ending = $"{exception.Ceiling}, {exception.Progress.Credits:0} credits";
        }

        // docs: end
        return ending;
    }

    private static async Task<IReadOnlyList<TaskRun>> FindLostAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest[] requests)
    {
        List<TaskRun> lost = [];

        // docs: many-unknown
        await foreach (RunOutcome outcome in client.Tasks.RunManyAsync(taskId, requests))
        {
            if (outcome is { IsUnknown: true, Reference: { } reference, Error: TaskPlatformException { SentAt: { } sentAt } })
            {
                FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(taskId, reference, sentAt);
                lost.AddRange(found.Runs);
            }
        }

        // docs: end
        return lost;
    }
}
