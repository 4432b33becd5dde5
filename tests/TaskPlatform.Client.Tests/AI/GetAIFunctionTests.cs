using System.Net;
using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.AI;

public sealed class GetAIFunctionTests : IDisposable
{
    private readonly FunctionLab lab = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Reads_the_task_and_runs_nothing()
    {
        FakeTask task = lab.Add(prompt: "Translate {text}");

        AIFunction function = await lab.Client.Tasks.GetAIFunctionAsync(task.Id, cancellationToken: Token);

        function.Should().BeOfType<ApprovalRequiredAIFunction>().Which.Name.Should().Be("Translate");
        function.GetService<TaskFunction>()!.TaskId.Should().Be(task.Id);
        lab.Platform.ExecutedRuns.Should().Be(0);
    }

    [Fact]
    public async Task Finds_a_test_revision_that_the_request_names()
    {
        FakeTask task = lab.Add(prompt: "Translate {text}");
        FakeTaskRevision test = task.AddRevision(static revision => (revision.UserPrompt, revision.Test) = ("Translate {text} as {tone}", true));
        var options = new TaskFunctionOptions { RequireApproval = false, Request = new RunTaskRequest { RevisionId = test.Id } };

        AIFunction function = await lab.Client.Tasks.GetAIFunctionAsync(task.Id, options, Token);
        await function.InvokeAsync(FunctionLab.Arguments(("text", "Hello"), ("tone", "formal")), Token);

        task.Runs.Should().ContainSingle().Which.RevisionId.Should().Be(test.Id);
    }

    [Fact]
    public async Task A_task_that_can_not_be_read_is_no_function()
    {
        lab.Platform.RespondNext(FakeOperation.Any, HttpStatusCode.NotFound);

        await lab.Client.Tasks.Awaiting(static tasks => tasks.GetAIFunctionAsync(Guid.NewGuid(), cancellationToken: Token)).Should().ThrowAsync<TaskPlatformException>();
    }
}
