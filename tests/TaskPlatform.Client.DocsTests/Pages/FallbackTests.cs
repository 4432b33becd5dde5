using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class FallbackTests : PageTest
{
    private readonly RunTaskRequest request = new() { Input = { ["text"] = "Hello", ["language"] = "Spanish" }, Reference = "order-42" };

    [Fact]
    public async Task Tells_who_answered()
    {
        FakeTask task = AddTranslate();
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.25m);
        task.FailPrimary("overloaded", times: 1);

        decimal? credits = await RunWithFallbackAsync(Client, task.Id, request);

        credits.Should().Be(1.25m);
        Platform.RequestsFor(FakeOperation.RunTask).Select(received => received.Query).Should().Equal("", "?use_fallback_model=true");
        task.Runs.Select(run => run.Reference).Should().Equal("order-42", "order-42");
    }

    [Fact]
    public async Task Gives_a_revision_a_second_model()
    {
        FakeTask task = Platform.AddTask("Translate");
        Guid model = Platform.AddModel("gpt-4o-mini");

        await ConfigureAsync(Client, task.Id);

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be($$$"""{"fallback_llm_model_id":"{{{model}}}","fallback_llm_config":{"temperature":0}}""");
    }

    [Fact]
    public async Task Tells_what_became_of_both_models()
    {
        FakeTask task = AddTranslate();
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.5m);
        task.FailPrimary("overloaded");
        task.FailFallback("overloaded too");

        decimal? credits = await RunAndCatchAsync(Client, task.Id, request);

        credits.Should().Be(1.0m);
        Platform.ExecutedRuns.Should().Be(2);
    }

    [Fact]
    public async Task Is_asked_for_by_hand()
    {
        FakeTask task = AddTranslate();

        await RunByHandAsync(Client, task.Id, request);

        Platform.RequestsFor(FakeOperation.RunTask).Select(received => received.Query).Should().Equal("?use_fallback_model=true", "?use_fallback_model=true");
    }

    [Fact]
    public async Task A_revision_without_one_refuses_what_is_asked_for_by_hand()
    {
        FakeTask task = Platform.AddTask("Greet");

        Func<Task> run = () => Client.Tasks.RunAsync(task.Id, new RunTaskRequest { UseFallbackModel = true });

        await run.Should().ThrowAsync<TaskPlatformValidationException>();
        Platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task After_an_unknown_outcome_it_is_asked_only_when_the_options_say_so()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient bold = Platform.CreateClient(options => options.Fallback.OnUnknownOutcome = true);
        Platform.RespondNext(FakeOperation.RunTask, System.Net.HttpStatusCode.BadGateway, times: 2, at: FakeMoment.AfterExecution);

        Func<Task> run = () => Client.Tasks.RunAsync(task.Id, request);
        await run.Should().ThrowAsync<TaskPlatformApiException>();
        TaskRun answer = await bold.Tasks.RunAsync(task.Id, request, TestContext.Current.CancellationToken);

        (answer.Fallback.By, answer.Fallback.PrimaryError!.OutcomeUnknown).Should().Be((FallbackOrigin.Client, true));
        Platform.ExecutedRuns.Should().Be(3);
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
        run.Fallback.PrimaryRun!.TotalChargedCredits.Should().Be(0.25m);
        return credits;
    }

    private static async Task ConfigureAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: fallback-model
        LlmModel second = await client.Models.FindAsync("gpt-4o-mini");

        await client.Tasks.UpdateAndActivateAsync(taskId, new UpdateTaskRequest
        {
            FallbackLlmModelId = second.Id,
            FallbackLlmConfig = new JsonObject { ["temperature"] = 0 },
        });

        // docs: end
    }

    private static async Task<decimal?> RunAndCatchAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        decimal? credits = null;

        // docs: both-failed
        try
        {
            await client.Tasks.RunAsync(taskId, request);
        }
        catch (TaskRunFailedException exception)
        {
            Console.WriteLine($"primary:  run {exception.PrimaryRun?.Id} {exception.PrimaryError?.Message}");
            Console.WriteLine($"fallback: run {exception.FallbackRun?.Id} {exception.FallbackError?.Message}");
            credits = exception.TotalChargedCredits;     // of both runs
        }

        // docs: end
        return credits;
    }

    private static async Task RunByHandAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: fallback-by-hand
        await client.Tasks.RunAsync(taskId, request with { UseFallbackModel = true });

        await client.Tasks.RunAsync(taskId, request, new RequestOptions { Fallback = FallbackMode.Always });     // the same

        // docs: end
    }
}
