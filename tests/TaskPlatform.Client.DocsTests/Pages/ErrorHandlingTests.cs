using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

/// <summary>What is done about a failure that holds something: a wait, an answer, a run.</summary>
public sealed class ErrorHandlingTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = "order-42" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_as_long_as_the_platform_asks()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient client = Platform.CreateClient(static options => options.Fallback.Mode = FallbackMode.Never);
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromMinutes(5));

        (await WaitAsync(client, task.Id, request)).Should().Be(TimeSpan.FromMinutes(5));

        Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle("five minutes are more than MaxRetryAfter");
        Platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task A_fallback_model_takes_the_place_of_a_refusal()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromMinutes(5));

        (await Client.Tasks.RunAsync(task.Id, request, Token)).Fallback.PrimaryError.Should().BeOfType<TaskPlatformRateLimitException>();
    }

    [Fact]
    public async Task Keeps_an_answer_that_cant_be_read()
    {
        FakeTask task = AddTranslate();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.OK, """{"id":[""", at: FakeMoment.AfterExecution);
        string path = Path.GetTempFileName();

        (await RescueAsync(Client, task.Id, request, path)).Should().Be("look for order-42; the answer's bytes are kept");
        (await File.ReadAllTextAsync(path, Token)).Should().Be("""{"id":[""");

        task.Answer("no object");
        (await RescueAsync(Client, task.Id, request, path)).Should().Be($"run {task.Runs[1].Id} answered otherwise: 1.00 credits");
        File.Delete(path);
    }

    [Fact]
    public async Task Tells_of_both_models()
    {
        FakeTask task = AddTranslate();
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.5m);
        task.FailPrimary("overloaded");
        task.FailFallback("overloaded too");

        (await RunBothAsync(Client, task.Id, request)).Should().Be($"overloaded, then run {task.Runs[1].Id}: 1.0 credits");
    }

    [Fact]
    public async Task A_cancelled_run_is_not_lost()
    {
        FakeTask task = AddTranslate();
        using var cancellation = new CancellationTokenSource();
        using FakeHold hold = Platform.HoldNext(FakeOperation.RunTask);

        Task<string> run = StopAsync(Client, task.Id, request, cancellation.Token);
        await hold.Arrived.WaitAsync(Token);
        await cancellation.CancelAsync();

        (await run).Should().Be("look for order-42");
    }

    private static async Task<TimeSpan> WaitAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: rate-limit
        TimeSpan wait = TimeSpan.Zero;
        try
        {
            await client.Tasks.RunAsync(taskId, request);
        }
        catch (TaskPlatformRateLimitException exception)
        {
            wait = exception.RetryAfter ?? TimeSpan.FromSeconds(30);     // nothing ran: put it back into your queue
        }

        // docs: end
        return wait;
    }

    private static async Task<string> RescueAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request, string path)
    {
        string outcome;

        // docs: unreadable
        try
        {
            var (answer, _) = await client.Tasks.RunAsync(taskId, request, AnswerContext.Default.Answer);
            outcome = answer.Text;
        }
        catch (TaskPlatformSerializationException exception) when (exception.Run is { } run)     // the run is fine, its output is not your type
        {
            outcome = $"run {run.Id} answered otherwise: {run.TotalChargedCredits} credits";
        }
        catch (TaskPlatformSerializationException exception)
        {
            await File.WriteAllBytesAsync(path, exception.Body.ToArray());
            outcome = $"look for {exception.Reference}; the answer's bytes are kept";
        }

        // docs: end
        return outcome;
    }

    private static async Task<string> RunBothAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        string outcome = "";

        try
        {
            await client.Tasks.RunAsync(taskId, request);
        }
        catch (TaskRunFailedException exception)
        {
            string? first = exception.PrimaryRun?.Fallback.PrimaryFailureReason ?? exception.PrimaryError?.Message;
            string? second = exception.FallbackRun is { } run ? $"run {run.Id}" : exception.FallbackError?.Message;
            outcome = $"{first}, then {second}: {exception.TotalChargedCredits} credits";
        }

        return outcome;
    }

    private static async Task<string> StopAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request, CancellationToken cancellationToken)
    {
        string outcome = "";

        // docs: canceled
        try
        {
            await client.Tasks.RunAsync(taskId, request, cancellationToken);
        }
        catch (TaskPlatformCanceledException exception) when (exception.OutcomeUnknown)
        {
            outcome = $"look for {exception.Reference}";
        }
        catch (OperationCanceledException)
        {
            outcome = "not carried out";
        }

        // docs: end
        return outcome;
    }
}
