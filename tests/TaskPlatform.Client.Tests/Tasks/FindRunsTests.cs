using System.Globalization;
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class FindRunsTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly FakeTaskPlatform platform;
    private readonly TaskPlatformClient client;
    private readonly FakeTask task;

    public FindRunsTests()
    {
        platform = new FakeTaskPlatform(timeProvider: clock);
        client = platform.CreateClient(static options => (options.Timeouts.Run, options.Retry.MaxAttempts) = (TimeSpan.FromMinutes(10), 1));
        task = platform.AddTask("Translate", static definition => definition.Modality = "text");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Reads_every_page_and_gives_all_runs_with_the_reference_the_oldest_first()
    {
        const string Page = """{"results":[{"id":"00000000-0000-0000-0000-00000000000{0}","reference":"{1}","created":"2030-01-02T03:{2}:00Z"}],"pagination":{"has_next":{3},"next_cursor":"{0}"}}""";
        foreach ((int number, string reference, int minute) in new[] { (1, "order-42", 30), (2, "ORDER-42", 5), (1, "order-42", 30), (3, "order-42", 10) })
        {
            string answer = Page.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("\"next_cursor\":\"1\"", $"\"next_cursor\":\"{Guid.NewGuid()}\"", StringComparison.Ordinal)
                .Replace("{1}", reference, StringComparison.Ordinal)
                .Replace("{2}", minute.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{3}", number == 3 ? "false" : "true", StringComparison.Ordinal);
            platform.RespondNext(FakeOperation.ListRuns, HttpStatusCode.OK, answer);
        }

        FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", ManualTimeProvider.Start, Cancellation);

        found.Runs.Select(static run => run.Id.ToString()[^1]).Should().Equal('3', '1');
        platform.RequestsFor(FakeOperation.ListRuns).Should().HaveCount(4);
        platform.RequestsFor(FakeOperation.ListRuns)[0].Query.Should().Be("?page_limit=100");
    }

    [Fact]
    public async Task A_run_that_was_long_on_its_way_is_not_called_lost_before_its_time()
    {
        task.Respond(_ =>
        {
            clock.Advance(TimeSpan.FromMinutes(30)); // as an upload may take, before the limit of the run begins
            return "late";
        });
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
        TaskPlatformException lost = (await FluentActions.Awaiting(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation)).Should().ThrowAsync<TaskPlatformException>()).Which;
        lost.OutcomeUnknown.Should().BeTrue();

        FoundRuns found = await client.ForProject(platform.OrganizationId, platform.ProjectId).Tasks.FindRunsByReferenceAsync(task.Id, "order-42", lost.SentAt!.Value, Cancellation);
        FoundRuns other = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-43", lost.SentAt.Value, Cancellation);

        found.MayStillAppear.Should().BeTrue();
        (found.ConclusiveFrom - other.ConclusiveFrom).Should().Be(TimeSpan.FromMinutes(30), "the time that passed until the client gave it up");
    }

    [Fact]
    public async Task Says_up_to_when_it_looked_and_from_when_that_proves_something()
    {
        DateTimeOffset sent = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(9));

        FoundRuns early = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", sent, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(1));
        FoundRuns late = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", sent, new RequestOptions(), Cancellation);

        early.Runs.Should().BeEmpty();
        (early.LookedAt, early.ConclusiveFrom, early.MayStillAppear).Should().Be((sent.AddMinutes(9), sent.AddMinutes(10), true));
        (late.LookedAt, late.ConclusiveFrom, late.MayStillAppear).Should().Be((sent.AddMinutes(10), sent.AddMinutes(10), false));
    }

    [Theory]
    [InlineData(FallbackMode.Never, 1, false, 600)]
    [InlineData(FallbackMode.Never, 3, true, 600 + (2 * 66))]
    [InlineData(FallbackMode.OnFailure, 3, false, 600 + (4 * 66))]
    [InlineData(FallbackMode.OnFailure, 3, true, 1200 + (4 * 66))]
    [InlineData(FallbackMode.Always, int.MaxValue, false, 1e9)]
    public async Task Waits_for_the_last_attempt_there_may_have_been(FallbackMode mode, int attempts, bool onUnknown, double seconds)
    {
        using TaskPlatformClient other = platform.CreateClient(options =>
        {
            options.Timeouts.Run = TimeSpan.FromMinutes(10);
            options.Retry.MaxAttempts = attempts;
            (options.Fallback.Mode, options.Fallback.OnUnknownOutcome) = (mode, onUnknown);
        });

        FoundRuns found = await other.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", clock.GetUtcNow(), Cancellation);

        found.ConclusiveFrom.Should().Be(clock.GetUtcNow().AddSeconds(seconds));
    }

    [Fact]
    public async Task Looked_before_the_pages_came_so_a_run_made_meanwhile_may_still_appear()
    {
        DateTimeOffset sent = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(9));
        platform.RespondNext(FakeOperation.ListRuns, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(90));
            return new HttpResponseMessage { Content = new StringContent("""{"results":[]}""") };
        });

        (await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", sent, Cancellation)).MayStillAppear.Should().BeTrue();
    }

    [Fact]
    public async Task An_earlier_use_of_a_reference_is_another_run_but_clocks_may_differ_by_minutes()
    {
        var request = new RunTaskRequest { Reference = "order-42" };
        await client.Tasks.RunAsync(task.Id, request, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(10));
        TaskRun near = await client.Tasks.RunAsync(task.Id, request, Cancellation);
        clock.Advance(TimeSpan.FromMinutes(4));

        FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", clock.GetUtcNow(), Cancellation);

        found.Runs.Should().ContainSingle().Which.Id.Should().Be(near.Id);
    }

    [Fact]
    public async Task A_run_that_does_not_tell_when_it_was_made_is_given_too()
    {
        platform.RespondNext(FakeOperation.ListRuns, HttpStatusCode.OK, """{"results":[{"reference":"order-42"},{"reference":"order-42"}]}""");

        (await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", clock.GetUtcNow(), Cancellation)).Runs.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_time_at_either_end_is_taken(bool last)
    {
        FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", last ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue, Cancellation);

        found.MayStillAppear.Should().Be(last);
    }

    [Fact]
    public async Task A_page_that_fails_leaves_nothing_known()
    {
        platform.RespondNext(FakeOperation.ListRuns, HttpStatusCode.BadGateway);

        TaskPlatformApiException failure = await Assert.ThrowsAsync<TaskPlatformApiException>(() => client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", clock.GetUtcNow(), Cancellation));

        (failure.OutcomeUnknown, failure.TaskId, failure.Reference).Should().Be((false, task.Id, "order-42"));
        failure.Message.Should().NotContain("FindRunsByReferenceAsync");
    }

    [Fact]
    public async Task A_text_form_tells_no_run()
    {
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, Cancellation);

        FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", clock.GetUtcNow(), Cancellation);

        found.ToString().Should().Be("FoundRuns { Runs = 1, LookedAt = 2030-01-02T03:04:05.0000000+00:00, ConclusiveFrom = 2030-01-02T03:14:05.0000000+00:00 }");
        new FoundRuns().Runs.Should().BeEmpty();
    }
}
