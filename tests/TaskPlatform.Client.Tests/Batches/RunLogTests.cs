using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>With a log no input is made a run twice, whenever the start before ended.</summary>
public sealed class RunLogTests : IDisposable
{
    private const int Count = 12;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly BatchLab lab = new();

    private string LogPath => Path.Combine(folder, "runs.jsonl");

    public void Dispose()
    {
        lab.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Stopped_at_any_outcome_and_started_again_every_input_is_run_once(bool byLeaving, bool abort)
    {
        for (int moment = 1; moment <= Count; moment++)
        {
            using var one = new BatchLab();
            using var cancel = new CancellationTokenSource();
            File.Delete(LogPath);
            List<RunOutcome> first = [];
            await StartAsync(one, first, new RunManyOptions { MaxConcurrency = 3, AbortInFlight = abort }, told => told == moment, byLeaving ? null : cancel);

            List<RunOutcome> second = [];
            await StartAsync(one, second, new RunManyOptions { MaxConcurrency = 3 }, stop: null, cancel: null);

            one.Executions.Should().OnlyContain(input => input.Value == 1);
            second.Should().NotContain(outcome => !outcome.IsSuccess && !(outcome.IsUnknown && outcome.IsFromLog));
            one.Executions.Keys.Union(second.Where(outcome => outcome.IsUnknown).Select(outcome => outcome.Reference!), StringComparer.Ordinal).Should().HaveCount(Count);
            if (!abort)
            {
                one.Executions.Should().HaveCount(Count);
            }
        }
    }

    [Fact]
    public async Task After_a_crash_at_any_line_what_was_sent_is_told_as_unknown_and_not_sent_again()
    {
        using var crashed = new BatchLab(new ManualTimeProvider());
        crashed.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.UnprocessableEntity, times: 1);
        await StartAsync(crashed, [], new RunManyOptions { MaxConcurrency = 3 });
        string[] lines = await File.ReadAllLinesAsync(LogPath, TestContext.Current.CancellationToken);
        lines.Should().HaveCount(1 + (2 * Count));

        for (int kept = 0; kept <= lines.Length; kept++)
        {
            using var one = new BatchLab(new ManualTimeProvider());
            string torn = kept == lines.Length ? "" : lines[kept][..(lines[kept].Length / 2)];
            await File.WriteAllTextAsync(LogPath, string.Concat(lines.Take(kept).Select(static line => line + "\n")) + torn, TestContext.Current.CancellationToken);
            string[] sent = References(lines.Take(kept), "\"sha256\"");
            string[] answered = References(lines.Take(kept), "\"status\"");
            string[] notRun = References(lines.Take(kept), "\"not_run\"");
            List<RunOutcome> told = [];

            // The log names the task of the first platform; the same seed and clock give that of the second one the same id.
            await StartAsync(one, told, new RunManyOptions { MaxConcurrency = 3 });

            one.Executions.Keys.Should().BeEquivalentTo(Enumerable.Range(0, Count).Select(index => BatchLab.Name(index)).Except(sent, StringComparer.Ordinal).Concat(notRun));
            told.Where(outcome => outcome.IsUnknown).Select(outcome => outcome.Reference).Should().BeEquivalentTo(sent.Except(answered, StringComparer.Ordinal));
            told.Where(outcome => outcome.IsUnknown).Should().NotContain(outcome => ((TaskPlatformException)outcome.Error!).SentAt == null);
        }

        static string[] References(IEnumerable<string> lines, string mark) =>
            [.. lines.Where(line => line.Contains(mark, StringComparison.Ordinal)).Select(line => BatchLab.Name(int.Parse(line.Split("\"index\":")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)))];
    }

    [Fact]
    public async Task An_unknown_outcome_is_told_at_every_start_and_never_sent_again()
    {
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        await StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1 });

        for (int start = 0; start < 2; start++)
        {
            List<RunOutcome> told = [];
            var progress = new ProgressList<RunManyProgress>();
            await StartAsync(lab, told, new RunManyOptions { MaxConcurrency = 1, Progress = progress });

            told.Should().ContainSingle().Which.Should().Match<RunOutcome>(outcome => outcome.Index == 0 && outcome.IsUnknown && outcome.IsFromLog);
            progress.Reports[^1].Should().Be(new RunManyProgress { Unknown = 1, Skipped = Count - 1, Credits = Count, Concurrency = 1 });
        }

        lab.Platform.ExecutedRuns.Should().Be(Count);
    }

    [Fact]
    public async Task Failed_runs_are_done_and_inputs_that_were_not_run_are_run()
    {
        lab.Task.FailPrimary("overloaded", times: 1);
        await StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1, MaxFailures = 1 });
        await using (JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken))
        {
            (log.Done, log.Unknown).Should().Be((1, 0));
        }

        List<RunOutcome> told = [];
        await StartAsync(lab, told, new RunManyOptions { MaxConcurrency = 1 });

        told.Should().HaveCount(Count - 1).And.OnlyContain(outcome => outcome.IsSuccess && outcome.Index > 0);
        lab.Platform.ExecutedRuns.Should().Be(Count);
    }

    [Fact]
    public async Task The_credits_of_all_starts_count_for_the_ceiling()
    {
        Exception? first = await StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1, MaxCredits = 5m });
        Exception? second = await StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1, MaxCredits = 5m });
        Exception? third = await StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1, MaxCredits = 7m });

        first.Should().BeOfType<RunManyStoppedException>();
        second.Should().BeOfType<RunManyStoppedException>().Which.Progress.Should().Be(new RunManyProgress { Skipped = 5, Credits = 5m, Concurrency = 1 });
        third.Should().BeOfType<RunManyStoppedException>().Which.Progress.Credits.Should().Be(7m);
        lab.Platform.ExecutedRuns.Should().Be(7);
    }

    [Fact]
    public async Task The_stream_of_an_input_that_is_passed_over_or_not_started_is_closed()
    {
        FakeTask describe = lab.Platform.AddTask("Describe", definition => definition.FileInputMode = "any");
        List<MemoryStream> streams = [];

        for (int start = 0; start < 2; start++)
        {
            await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
            await BatchLab.ReadAsync(lab.Run(Inputs(), new RunManyOptions { Log = log, MaxCredits = 1m, MaxConcurrency = 1 }, describe.Id));
        }

        streams.Should().HaveCount(4, "one is run and passed over later, and one is refused by the ceiling at each start").And.OnlyContain(stream => !stream.CanRead);
        lab.Platform.ExecutedRuns.Should().Be(1);

        IEnumerable<RunTaskRequest> Inputs()
        {
            for (int index = 0; index < 3; index++)
            {
                streams.Add(new MemoryStream("content"u8.ToArray()));
                yield return BatchLab.Input(index) with { Files = [TaskFile.FromStream("a.txt", streams[^1])] };
            }
        }
    }

    [Fact]
    public async Task An_input_is_on_the_disk_before_it_is_sent()
    {
        using FakeHold hold = lab.Platform.HoldNext(FakeOperation.RunTask, at: FakeMoment.BeforeBody);
        Task<Exception?> start = StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1 });
        await hold.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        long length = new FileInfo(LogPath).Length;
        hold.Release();
        await start;

        string[] lines = await File.ReadAllLinesAsync(LogPath, TestContext.Current.CancellationToken);
        length.Should().Be(lines[0].Length + lines[1].Length + 2);
        lines[1].Should().Contain("\"sha256\"");
    }

    [Fact]
    public async Task Holds_ids_and_numbers_and_no_content()
    {
        lab.Task.Answer("the secret answer");
        await StartAsync(lab, [], new RunManyOptions { MaxConcurrency = 1 });

        string text = await File.ReadAllTextAsync(LogPath, TestContext.Current.CancellationToken);

        text.Should().NotContain("text 1").And.NotContain("secret").And.NotContain("Translate");
        text.Split('\n')[0].Should().Be($$"""{"run_log":1,"task_id":"{{lab.Task.Id}}"}""");
        text.Split('\n')[2].Should().Be($$"""{"index":0,"status":"succeeded","error":null,"run_id":"{{lab.Task.Runs[0].Id}}","credits":1.00}""");
    }

    private async Task<Exception?> StartAsync(BatchLab one, List<RunOutcome> told, RunManyOptions options, Func<int, bool>? stop = null, CancellationTokenSource? cancel = null)
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        return await Record.ExceptionAsync(async () =>
        {
            await foreach (RunOutcome outcome in one.RunUntil(Count, options with { Log = log }, cancel?.Token ?? TestContext.Current.CancellationToken))
            {
                told.Add(outcome);
                if (stop?.Invoke(told.Count) == true)
                {
                    if (cancel is null)
                    {
                        break;
                    }

                    await cancel.CancelAsync();
                }
            }
        });
    }
}
