using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using Xunit;
using static TaskPlatform.Client.Tests.AI.FunctionLab;

namespace TaskPlatform.Client.Tests.AI;

public sealed class TaskFunctionCallTests : IDisposable
{
    private readonly FunctionLab lab = new(static options => options.Fallback.Mode = FallbackMode.Never);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Runs_the_task_with_its_arguments_and_the_options_request()
    {
        FakeTask task = lab.Add(prompt: "Translate {text} into {language} with {words}");
        var options = new TaskFunctionOptions
        {
            Request = new RunTaskRequest { Input = { ["language"] = "Spanish" }, ReportingGroup = "acme", RevisionId = task.Revisions[0].Id },
            CreateReference = static arguments => $"chat-{arguments.Context!["turn"]}",
        };
        AIFunctionArguments arguments = Arguments(("text", "Hello"), ("words", JsonSerializer.Deserialize<JsonElement>("[1,null,\"x\"]")));
        arguments.Context = new Dictionary<object, object?> { ["turn"] = 7 };

        await lab.Function(task, options).InvokeAsync(arguments, Token);

        FakeRun run = task.Runs.Should().ContainSingle().Subject;
        run.Inputs.ToJsonString().Should().Be("""{"language":"Spanish","text":"Hello","words":[1,null,"x"]}""");
        run.Reference.Should().Be("chat-7");
        FakeRequest sent = lab.Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle().Subject;
        sent.Uri.Query.Should().Contain("reporting_group=acme").And.Contain($"revision_id={task.Revisions[0].Id}");
        lab.Told.Should().ContainSingle().Which.Should().BeEquivalentTo(new { TaskId = task.Id, RunId = (Guid?)run.Id, ChargedCredits = (decimal?)1.00m, Error = (Exception?)null });
    }

    [Fact]
    public async Task Takes_arguments_of_any_kind()
    {
        FakeTask task = lab.Add(prompt: "{a} {b} {c} {d} {e}");

        await lab.Function(task).InvokeAsync(Arguments(("a", 1), ("b", true), ("c", null), ("d", new JsonObject { ["x"] = 1 }), ("e", "\"")), Token);

        task.Runs[0].Inputs.ToJsonString().Should().Be("""{"a":1,"b":true,"c":null,"d":{"x":1},"e":"\u0022"}""");
    }

    [Fact]
    public async Task Names_missing_and_unknown_arguments_before_a_run_is_paid_for()
    {
        FakeTask task = lab.Add(prompt: "{text} {language} {tenant}");
        TaskFunction function = lab.Function(task, new TaskFunctionOptions { Request = new RunTaskRequest { Input = { ["tenant"] = "acme" } } });

        ArgumentException refusal = (await function.Awaiting(one => one.InvokeAsync(Arguments(("text", "secret"), ("txt", "secret"), ("tenant", "secret")), Token).AsTask())
            .Should().ThrowAsync<ArgumentException>()).Which;

        refusal.Message.Should().Contain("Missing: language.").And.Contain("Not taken: txt, tenant.").And.NotContain("secret");
        lab.Platform.Requests.Should().BeEmpty();
        lab.Told.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failed_run_is_thrown_and_told_whatever_the_client_does(bool throwOnRunError)
    {
        using var own = new FunctionLab(options => (options.ThrowOnRunError, options.Fallback.Mode) = (throwOnRunError, FallbackMode.Never));
        FakeTask task = own.Add(prompt: "");
        task.CreditsOfFailedRun = 0.40m;
        task.FailPrimary("quoted secret");

        TaskRunFailedException failure = (await own.Function(task).Awaiting(static one => one.InvokeAsync(cancellationToken: Token).AsTask())
            .Should().ThrowAsync<TaskRunFailedException>()).Which;

        failure.Message.Should().Contain(task.Runs[0].Id.ToString()).And.NotContain("secret");
        failure.Should().BeEquivalentTo(new { RunId = task.Runs[0].Id, TaskId = task.Id, OutcomeUnknown = false, TotalChargedCredits = 0.40m });
        failure.PrimaryRun!.IsError.Should().BeTrue();
        TaskFunctionRun told = own.Told.Should().ContainSingle().Subject;
        told.Error.Should().BeSameAs(failure);
        told.Run.Should().BeSameAs(failure.Run);
        told.ChargedCredits.Should().Be(0.40m);
        told.ToString().Should().EndWith("Error = TaskRunFailedException }").And.NotContain("secret");
    }

    [Fact]
    public async Task A_run_that_the_clients_fallback_could_not_save_tells_of_both()
    {
        using var own = new FunctionLab(static options => options.ThrowOnRunError = false);
        FakeTask task = own.Add(prompt: "", change: one => one.FallbackModelId = own.Platform.FallbackModelId);
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.40m);
        task.FailPrimary("overloaded");
        task.FailFallback("overloaded");

        await own.Function(task).Awaiting(static one => one.InvokeAsync(cancellationToken: Token).AsTask()).Should().ThrowAsync<TaskRunFailedException>();

        own.Told.Should().ContainSingle().Which.ChargedCredits.Should().Be(0.80m);
        task.Runs.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_lost_answer_is_told_as_unknown_and_not_run_again()
    {
        FakeTask task = lab.Add(prompt: "");
        lab.Platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ResponseEnded), at: FakeMoment.AfterExecution);

        await lab.Function(task).Awaiting(static one => one.InvokeAsync(cancellationToken: Token).AsTask()).Should().ThrowAsync<TaskPlatformConnectionException>();

        lab.Told.Should().ContainSingle().Which.Error.Should().BeAssignableTo<TaskPlatformException>().Which.OutcomeUnknown.Should().BeTrue();
        lab.Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task Cancellation_gets_through()
    {
        FakeTask task = lab.Add(prompt: "");
        using FakeHold hold = lab.Platform.HoldNext(FakeOperation.RunTask);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<object?> call = lab.Function(task).InvokeAsync(cancellationToken: cancellation.Token).AsTask();
        await hold.Arrived;

        await cancellation.CancelAsync();

        (await call.Awaiting(static one => one).Should().ThrowAsync<TaskPlatformCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        lab.Told.Should().ContainSingle().Which.Error.Should().BeOfType<TaskPlatformCanceledException>();
    }

    [Fact]
    public async Task A_refusal_is_told_without_a_run()
    {
        FakeTask task = lab.Add(prompt: "");
        lab.Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.NotFound);

        await lab.Function(task).Awaiting(static one => one.InvokeAsync(cancellationToken: Token).AsTask()).Should().ThrowAsync<TaskPlatformNotFoundException>();

        lab.Told.Should().ContainSingle().Which.Should().BeEquivalentTo(new { RunId = (Guid?)null, ChargedCredits = (decimal?)null, Run = (TaskRun?)null });
    }
}
