using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>References that the client gives stand on the outcomes and in the log, where a crash would else lose them.</summary>
public sealed class AutoReferenceInLogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly BatchLab lab = new(configure: static options => options.AutoReference = true);

    private string LogPath => Path.Combine(folder, "runs.jsonl");

    private IEnumerable<string?> Received => lab.Platform.RequestsFor(FakeOperation.RunTask).Select(static request => (string?)request.ReadJson()!["task_reference"]);

    private static IEnumerable<RunTaskRequest> Inputs => Enumerable.Range(0, 3).Select(static index => new RunTaskRequest { Input = { ["text"] = $"text {index}" } });

    public void Dispose()
    {
        lab.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_outcome_has_the_reference_its_run_was_sent_with()
    {
        (List<RunOutcome> told, Exception? end) = await BatchLab.ReadAsync(lab.Run(Inputs, new RunManyOptions { MaxConcurrency = 1 }));

        end.Should().BeNull();
        told.Select(static outcome => outcome.Reference).Should().Equal(Received).And.OnlyHaveUniqueItems().And.NotContainNulls();
        told.Should().OnlyContain(static outcome => outcome.Run!.Reference == outcome.Reference);
    }

    [Fact]
    public async Task A_lost_run_is_told_at_the_next_start_with_the_reference_it_was_sent_with()
    {
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        await StartAsync(Inputs);
        string lost = Received.First()!;

        List<RunOutcome> second = await StartAsync(Inputs);

        RunOutcome unknown = second.Should().ContainSingle().Which;
        (unknown.IsUnknown, unknown.IsFromLog, unknown.Reference, ((TaskPlatformException)unknown.Error!).Reference).Should().Be((true, true, lost, lost));
        Received.Should().HaveCount(3, "the second start sends nothing");
        FoundRuns found = await lab.Client.Tasks.FindRunsByReferenceAsync(lab.Task.Id, lost, ((TaskPlatformException)unknown.Error).SentAt!.Value, TestContext.Current.CancellationToken);
        found.Runs.Should().ContainSingle().Which.Id.Should().Be(lab.Task.Runs[0].Id);
    }

    [Fact]
    public async Task What_was_surely_not_run_is_sent_again_with_another_reference()
    {
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.UnprocessableEntity);
        await StartAsync(Inputs);

        List<RunOutcome> second = await StartAsync(Inputs);

        second.Should().ContainSingle().Which.IsSuccess.Should().BeTrue();
        Received.Should().HaveCount(4).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("order-1")]
    [InlineData("auto-1")]
    public async Task A_reference_of_the_callers_is_still_held_against_the_log(string reference)
    {
        await StartAsync(Inputs);

        (List<RunOutcome> told, Exception? end) = await ReadAsync(Inputs.Select(input => input with { Reference = reference }));

        told.Should().BeEmpty();
        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("its reference has changed");
        Received.Should().HaveCount(3);
    }

    [Fact]
    public async Task Callers_references_that_look_like_the_clients_are_held_against_the_log_too()
    {
        using var plain = new BatchLab();
        RunTaskRequest input = new() { Input = { ["text"] = "text" }, Reference = $"auto-{Guid.NewGuid():N}" };
        await using (JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken))
        {
            await BatchLab.ReadAsync(plain.Run([input], new RunManyOptions { Log = log }));
        }

        await using JsonLinesRunLog again = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        (List<RunOutcome> told, Exception? end) = await BatchLab.ReadAsync(plain.Run([input with { Reference = $"auto-{Guid.NewGuid():N}" }], new RunManyOptions { Log = again }));

        told.Should().BeEmpty();
        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("its reference has changed");
    }

    private async Task<List<RunOutcome>> StartAsync(IEnumerable<RunTaskRequest> inputs)
    {
        (List<RunOutcome> told, Exception? end) = await ReadAsync(inputs);
        end.Should().BeNull();
        return told;
    }

    private async Task<(List<RunOutcome> Told, Exception? End)> ReadAsync(IEnumerable<RunTaskRequest> inputs)
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        return await BatchLab.ReadAsync(lab.Run(inputs, new RunManyOptions { MaxConcurrency = 1, Log = log }));
    }
}
