using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class FailureTests : PageTest
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
    public async Task One_call_has_limits_of_its_own()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests);

        Func<Task> run = () => RunWithOptionsAsync(Client, task.Id, request);

        await run.Should().ThrowAsync<TaskPlatformRateLimitException>();
        Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle().Which.Headers["X-Trace"].Should().Be("42");
    }

    [Fact]
    public async Task Tells_who_answered()
    {
        FakeTask task = AddTranslate();
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.25m);
        task.FailPrimary("overloaded", times: 1);

        decimal? credits = await RunWithFallbackAsync(Client, task.Id, request);

        credits.Should().Be(1.25m);
        Platform.RequestsFor(FakeOperation.RunTask).Select(received => received.Query).Should().Equal("", "?use_fallback_model=true");
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, "wrong: body.task_input: Field required")]
    [InlineData(HttpStatusCode.NotFound, "gone")]
    [InlineData(HttpStatusCode.InternalServerError, "look first: order-42")]
    [InlineData(HttpStatusCode.Forbidden, "refused: 403 ")]
    public async Task Catches_what_a_caller_can_do_something_about(HttpStatusCode status, string expected)
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, status, status is HttpStatusCode.UnprocessableEntity
            ? """{"detail":[{"loc":["body","task_input"],"msg":"Field required","type":"missing"}]}"""
            : "");

        string outcome = await RunAndCatchAsync(Client, task.Id, request, TestContext.Current.CancellationToken);

        outcome.Should().Be(expected);
    }

    [Fact]
    public async Task Catches_a_failed_run()
    {
        FakeTask task = AddTranslate();
        task.CreditsOfFailedRun = 0.5m;
        task.FailPrimary("overloaded");
        task.FailFallback("overloaded too");

        string outcome = await RunAndCatchAsync(Client, task.Id, request, TestContext.Current.CancellationToken);

        outcome.Should().Be("no model answered, 0.5 credits");
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

    private static async Task RunWithOptionsAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: request-options
        await client.Tasks.RunAsync(taskId, request, new RequestOptions
        {
            Timeout = TimeSpan.FromMinutes(2),
            MaxAttempts = 1,
            Fallback = FallbackMode.Never,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Trace"] = "42" },
        });

        // docs: end
    }

    private static async Task<decimal?> RunWithFallbackAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: fallback
        TaskRun run = await client.Tasks.RunAsync(taskId, request);
        if (run.Fallback.Used)
        {
            Console.WriteLine($"Answered by the fallback model, asked by the {run.Fallback.By}.");
        }

        decimal? credits = run.TotalChargedCredits;     // a failed first run included

        // docs: end
        run.Fallback.By.Should().Be(FallbackOrigin.Client);
        return credits;
    }

    private static async Task<string> RunAndCatchAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request, CancellationToken cancellationToken)
    {
        string outcome;

        // docs: errors
        try
        {
            TaskRun run = await client.Tasks.RunAsync(taskId, request, cancellationToken);
            outcome = $"run {run.Id}";
        }
        catch (TaskPlatformValidationException exception)
        {
            outcome = $"wrong: {string.Join("; ", exception.Issues.Select(issue => $"{issue.Location}: {issue.Message}"))}";
        }
        catch (TaskPlatformNotFoundException)
        {
            outcome = "gone";
        }
        catch (TaskRunFailedException exception)
        {
            outcome = $"no model answered, {exception.TotalChargedCredits ?? 0} credits";
        }
        catch (TaskPlatformException exception) when (exception.OutcomeUnknown)
        {
            outcome = $"look first: {exception.Reference}";
        }
        catch (TaskPlatformApiException exception)
        {
            outcome = $"refused: {(int?)exception.StatusCode} {exception.Reason}";
        }
        catch (TaskPlatformException exception)
        {
            outcome = $"not carried out: {exception.Message}";
        }

        // docs: end
        return outcome;
    }
}
