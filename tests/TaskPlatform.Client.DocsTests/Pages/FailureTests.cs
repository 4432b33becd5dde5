using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class FailureTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = "order-42" };

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
