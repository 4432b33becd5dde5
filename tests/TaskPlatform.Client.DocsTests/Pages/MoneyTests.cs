using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class MoneyTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = "order-42" };

    [Fact]
    public async Task Says_when_a_run_may_be_charged_and_sends_it_once()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        TaskRun? run = await RunOnceAsync(Client, task.Id, request);

        run!.Id.Should().Be(task.Runs.Should().ContainSingle().Subject.Id);
        Platform.ExecutedRuns.Should().Be(1);
        Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    [Fact]
    public async Task Says_up_to_when_it_looked_for_a_run_that_is_not_there()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway);

        (await RunOnceAsync(Client, task.Id, request)).Should().BeNull();

        Platform.RequestsFor(FakeOperation.ListRuns).Should().ContainSingle();
        Platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task With_the_defaults_a_search_proves_something_after_19_minutes_and_24_seconds()
    {
        FakeTask task = AddTranslate();
        DateTimeOffset sent = DateTimeOffset.UtcNow;

        FoundRuns found = await Client.Tasks.FindRunsByReferenceAsync(task.Id, "order-42", sent, TestContext.Current.CancellationToken);

        (found.ConclusiveFrom - sent).Should().Be(new TimeSpan(0, 19, 24));
        found.MayStillAppear.Should().BeTrue();
    }

    [Fact]
    public async Task Cancelling_says_whether_the_run_may_be_charged()
    {
        FakeTask task = AddTranslate();
        using var source = new CancellationTokenSource();
        using FakeHold hold = Platform.HoldNext(FakeOperation.RunTask, at: FakeMoment.AfterExecution);

        Task<string?> lost = CancelAsync(Client, task.Id, request, source.Token);
        await hold.Arrived;
        await source.CancelAsync();

        (await lost).Should().Be("order-42");
        Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_that_asks_for_a_long_wait_fails_at_once_and_says_how_long()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromMinutes(2), times: 2);

        (await WhenToComeBackAsync(Client, task.Id, request)).Should().Be(TimeSpan.FromMinutes(2));

        Platform.RequestsFor(FakeOperation.RunTask).Select(received => received.Query).Should().Equal(["", "?use_fallback_model=true"], "a fallback is asked for after a refusal");
    }

    [Fact]
    public async Task A_refusal_is_the_callers_where_there_is_no_fallback()
    {
        FakeTask task = Platform.AddTask("Greet");
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromMinutes(2));

        (await WhenToComeBackAsync(Client, task.Id, new RunTaskRequest())).Should().Be(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task An_answer_that_can_not_be_read_names_its_run_and_is_kept()
    {
        FakeTask task = Platform.AddTask("Greet");
        using TaskPlatformClient client = Platform.CreateClient(options => options.AutoReference = true);
        Platform.EditNext(FakeOperation.RunTask, response => response.Content = new StringContent("<html>"));

        Func<Task> run = () => client.Tasks.RunAsync(task.Id, new RunTaskRequest());

        TaskPlatformSerializationException failure = (await run.Should().ThrowAsync<TaskPlatformSerializationException>()).Which;
        (failure.OutcomeUnknown, failure.RunId, failure.Body.Length).Should().Be((true, task.Runs[0].Id, 6));
        failure.Reference.Should().Be(task.Runs[0].Reference).And.StartWith("auto-");
    }

    [Fact]
    public async Task Every_attempt_is_told()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient client = Platform.CreateClient(options => options.Retry.BaseDelay = TimeSpan.Zero);
        Platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ConnectionError));
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);

        IReadOnlyList<RequestAttempt> attempts = await TellAsync(client, task.Id, request);

        attempts.Select(attempt => (attempt.Outcome, attempt.StatusCode)).Should().Equal(
            (AttemptOutcome.NotSent, null), (AttemptOutcome.Throttled, HttpStatusCode.TooManyRequests), (AttemptOutcome.Answered, HttpStatusCode.OK));
        Platform.ExecutedRuns.Should().Be(1);
    }

    private static async Task<TaskRun?> RunOnceAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: unknown-outcome
        TaskRun? run;
        try
        {
            run = await client.Tasks.RunAsync(taskId, request);
        }
        catch (TaskPlatformException exception) when (exception is { OutcomeUnknown: true, Reference: not null, SentAt: not null })
        {
            // The run may be stored and charged: look for it before you send it again.
            FoundRuns found = await client.Tasks.FindRunsByReferenceAsync(taskId, exception.Reference, exception.SentAt.Value);
            run = found.Runs is [.., var newest] ? newest : null;
            if (run is null && found.MayStillAppear)
            {
                Console.WriteLine($"None up to {found.LookedAt:u}. Look again after {found.ConclusiveFrom:u}, and don't send it again before.");
            }
        }

        // docs: end
        return run;
    }

    private static async Task<string?> CancelAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request, CancellationToken cancellationToken)
    {
        string? lost = null;

        // docs: canceled
        try
        {
            await client.Tasks.RunAsync(taskId, request, cancellationToken);
        }
        catch (TaskPlatformCanceledException exception) when (exception.OutcomeUnknown)
        {
            lost = exception.Reference;     // to look for, as above; SentAt is there too
        }

        // docs: end
        return lost;
    }

    private static async Task<TimeSpan?> WhenToComeBackAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        TimeSpan? wait = null;

        // docs: retry-after
        try
        {
            await client.Tasks.RunAsync(taskId, request);
        }
        catch (TaskRunFailedException exception) when (exception.PrimaryError is TaskPlatformRateLimitException refusal)
        {
            wait = refusal.RetryAfter;      // the fallback model was asked too, and failed
        }
        catch (TaskPlatformRateLimitException refusal)
        {
            wait = refusal.RetryAfter;      // null when the platform did not say
        }

        // docs: end
        return wait;
    }

    private static async Task<IReadOnlyList<RequestAttempt>> TellAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: attempts
        TaskRun run = await client.Tasks.RunAsync(taskId, request);
        foreach (RequestAttempt attempt in run.Response?.Attempts ?? [])
        {
            Console.WriteLine($"{attempt.Outcome} {(int?)attempt.StatusCode} after {attempt.Elapsed.TotalMilliseconds:F0} ms");
        }

        // docs: end
        return run.Response!.Attempts;
    }
}
