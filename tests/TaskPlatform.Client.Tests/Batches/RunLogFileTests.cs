using System.Text;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>A log that does not belong to these inputs, or can't be trusted, is refused before anything is sent.</summary>
public sealed class RunLogFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly BatchLab lab = new();

    private string LogPath => Path.Combine(folder, "runs.jsonl");

    public void Dispose()
    {
        lab.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_changed_input_is_refused_by_its_index()
    {
        await StartAsync(BatchLab.Inputs(3));

        Exception? content = await StartAsync([BatchLab.Input(0), BatchLab.Input(1) with { Input = new() { ["text"] = "another" } }, BatchLab.Input(2)]);
        Exception? reference = await StartAsync([BatchLab.Input(0), BatchLab.Input(1) with { Reference = "another" }]);

        content.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("Input 1").And.Contain("content").And.NotContain("another");
        reference.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("Input 1").And.Contain("reference").And.NotContain("another");
        lab.Platform.ExecutedRuns.Should().Be(3);
    }

    [Fact]
    public async Task Inputs_that_are_missing_are_told()
    {
        await StartAsync(BatchLab.Inputs(3));

        Exception? end = await StartAsync(BatchLab.Inputs(1));

        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("knows 2 more").And.Contain("index 1");
    }

    [Fact]
    public async Task More_inputs_at_the_end_are_run()
    {
        await StartAsync(BatchLab.Inputs(3));

        (await StartAsync(BatchLab.Inputs(5))).Should().BeNull();

        lab.Platform.ExecutedRuns.Should().Be(5);
    }

    [Fact]
    public async Task The_log_of_another_task_is_refused()
    {
        await StartAsync(BatchLab.Inputs(1));

        Exception? end = await StartAsync(BatchLab.Inputs(1), Guid.NewGuid());

        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain(lab.Task.Id.ToString());
        lab.Sent.Should().Be(1);
    }

    [Fact]
    public async Task One_opening_serves_one_enumeration()
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        IAsyncEnumerable<RunOutcome> runs = lab.Run(2, new RunManyOptions { Log = log });
        await BatchLab.ReadAsync(runs);

        (_, Exception? end) = await BatchLab.ReadAsync(runs);

        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("open it again");
        lab.Platform.ExecutedRuns.Should().Be(2);
    }

    [Fact]
    public async Task Only_one_has_it_open_at_a_time()
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);

        Func<Task> open = () => JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);

        (await open.Should().ThrowAsync<IOException>()).WithMessage("*another process has it open*");
    }

    [Fact]
    public async Task A_log_that_is_closed_too_early_stops_the_runs_and_sends_nothing_unwritten()
    {
        JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        List<RunOutcome> told = [];

        Exception? end = await Record.ExceptionAsync(async () =>
        {
            await foreach (RunOutcome outcome in lab.Run(20, new RunManyOptions { Log = log, MaxConcurrency = 1 }))
            {
                told.Add(outcome);
                await log.DisposeAsync();
            }
        });

        end.Should().BeOfType<ObjectDisposedException>();
        told[0].IsSuccess.Should().BeTrue();
        told.Count(outcome => outcome.Kind == RunOutcomeKind.NotRun).Should().BeLessThanOrEqualTo(1);
        lab.Platform.ExecutedRuns.Should().BeLessThanOrEqualTo(told.Count);
    }

    [Theory]
    [InlineData("no JSON at all", "Line 1")]
    [InlineData("""{"index":0,"sent_at":"2030-01-02T03:04:05Z","sha256":"AB","reference":null}""", "Line 1")]
    [InlineData("""{"run_log":2,"task_id":"01a20059-6343-e078-cb09-492cda89d313"}""", "version 2")]
    [InlineData("""[1]""", "Line 1")]
    [InlineData("HEAD\n\nHEAD", "Line 2")]
    [InlineData("HEAD\n{\"index\":0,\"status\":\"succeeded\"}", "Line 2")]
    [InlineData("HEAD\nINTENT\n{\"index\":0,\"sent_at\":\"2030-01-02T03:04:05Z\",\"sha256\":\"CD\",\"reference\":null}", "Line 3")]
    [InlineData("HEAD\nINTENT\n{\"index\":0,\"status\":\"odd\"}", "Line 3")]
    [InlineData("HEAD\nINTENT\n{\"index\":\"0\",\"status\":\"failed\"}", "Line 3")]
    [InlineData("HEAD\nINTENT\n{\"index\":0,\"sta\nINTENT", "Line 3")]
    public async Task Damage_is_told_by_its_line(string text, string message)
    {
        string damaged = text
            .Replace("HEAD", """{"run_log":1,"task_id":"01a20059-6343-e078-cb09-492cda89d313"}""", StringComparison.Ordinal)
            .Replace("INTENT", """{"index":0,"sent_at":"2030-01-02T03:04:05Z","sha256":"AB","reference":null}""", StringComparison.Ordinal);
        await File.WriteAllTextAsync(LogPath, damaged + "\n", TestContext.Current.CancellationToken);

        Func<Task> open = () => JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);

        (await open.Should().ThrowAsync<InvalidDataException>()).WithMessage($"*{message}*");
        (await File.ReadAllTextAsync(LogPath, TestContext.Current.CancellationToken)).Should().Be(damaged + "\n", "what is damaged is left for a person to look at");
    }

    [Fact]
    public async Task A_last_line_without_an_end_is_taken_away()
    {
        await StartAsync(BatchLab.Inputs(1));
        byte[] whole = await File.ReadAllBytesAsync(LogPath, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(LogPath, [.. whole, .. Encoding.UTF8.GetBytes("{\"index\":1,\"sent"), 0, 0], TestContext.Current.CancellationToken);

        await using (JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken))
        {
            (log.Done, log.Unknown).Should().Be((1, 0));
        }

        (await File.ReadAllBytesAsync(LogPath, TestContext.Current.CancellationToken)).Should().Equal(whole);
    }

    private async Task<Exception?> StartAsync(IEnumerable<RunTaskRequest> inputs, Guid? taskId = null)
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        return (await BatchLab.ReadAsync(lab.Run(inputs, new RunManyOptions { Log = log }, taskId))).End;
    }
}
