using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Batches;

/// <summary>A platform may ask for a wait of any length: when an input was sent after it stands in the log too.</summary>
public sealed class ResentInLogTests : IDisposable
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(40);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ManualTimeProvider clock = new();
    private readonly BatchLab lab;

    public ResentInLogTests() => lab = new BatchLab(clock);

    private string LogPath => Path.Combine(folder, "runs.jsonl");

    public void Dispose()
    {
        lab.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_input_that_was_lost_after_a_refusal_is_told_with_the_time_of_its_last_sending()
    {
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: Asked);
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        Task<List<RunOutcome>> first = StartAsync();
        await Eventually.HoldsAsync(() => clock.PendingBetween(Asked, Asked * 1.1) == 1, TestContext.Current.CancellationToken);
        clock.Advance(Asked * 2);
        RunOutcome lost = (await first).Should().ContainSingle().Which;
        lost.IsUnknown.Should().BeTrue();

        RunOutcome told = (await StartAsync()).Should().ContainSingle().Which;

        (told.IsUnknown, told.IsFromLog).Should().Be((true, true));
        ((TaskPlatformException)told.Error!).SentAt.Should().BeOnOrAfter(ManualTimeProvider.Start + Asked);
        (await File.ReadAllLinesAsync(LogPath, TestContext.Current.CancellationToken)).Should().HaveCount(4, "the task, two sendings, the outcome");
        lab.Sent.Should().Be(2);
    }

    private async Task<List<RunOutcome>> StartAsync()
    {
        await using JsonLinesRunLog log = await JsonLinesRunLog.OpenAsync(LogPath, TestContext.Current.CancellationToken);
        (List<RunOutcome> told, Exception? end) = await BatchLab.ReadAsync(lab.Run(1, new RunManyOptions { Log = log }));
        end.Should().BeNull();
        return told;
    }
}
