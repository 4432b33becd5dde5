using System.Net;
using System.Text.Json;
using FluentAssertions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TestingMockTests
{
    [Fact]
    public async Task Every_client_can_be_a_substitute()
    {
        Guid taskId = Guid.NewGuid();

        // docs: substitute
        TasksClient tasks = Substitute.For<TasksClient>();
        TaskPlatformClient client = Substitute.For<TaskPlatformClient>();
        client.Tasks.Returns(tasks);

        TaskRun answer = JsonSerializer.Deserialize<TaskRun>("""{"response":{"text":"Hola"},"charged_credits":"1.00"}""")!;
        tasks.RunAsync(taskId, Arg.Any<RunTaskRequest>(), Arg.Any<CancellationToken>()).Returns(answer);

        // docs: end
        string translated = await new Translator(client).TranslateAsync(taskId, "Hello", TestContext.Current.CancellationToken);

        translated.Should().Be("""{"text":"Hola"}""");
        await tasks.Received(1).RunAsync(taskId, Arg.Is<RunTaskRequest>(request => (string)request.Input["text"]! == "Hello"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_substitute_fails_as_the_client_does()
    {
        Guid taskId = Guid.NewGuid();
        TasksClient tasks = Substitute.For<TasksClient>();

        tasks.RunAsync(taskId, Arg.Any<RunTaskRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(
            new TaskPlatformRateLimitException("Too many.") { StatusCode = HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(30) });
        Func<Task> run = () => tasks.RunAsync(taskId, new RunTaskRequest());

        (await run.Should().ThrowAsync<TaskPlatformRateLimitException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Answers_are_made_from_JSON()
    {
        (TaskRun<Translated> typed, TaskRun failed, TaskUpdateResult updated, RunOutcome outcome) = Make();

        (typed.Value.Text, typed.Run.TotalChargedCredits, failed.IsError).Should().Be(("Hola", 1, true));
        updated.Task.Revisions.Should().ContainSingle();
        (outcome.Kind, outcome.Credits).Should().Be((RunOutcomeKind.Succeeded, 1));
    }

    private static (TaskRun<Translated> Typed, TaskRun Failed, TaskUpdateResult Updated, RunOutcome Outcome) Make()
    {
        // docs: answers
        TaskRun run = JsonSerializer.Deserialize<TaskRun>("""{"response":{"text":"Hola"},"charged_credits":"1.00"}""")!;
        TaskRun failed = JsonSerializer.Deserialize<TaskRun>("""{"is_error":true}""")!;
        var typed = new TaskRun<Translated>(new Translated("Hola"), run);
        var outcome = new RunOutcome(index: 0, reference: "order-42", run);

        using var platform = new FakeTaskPlatform();
        TaskDefinition task = platform.AddTask("Translate").ToJson().Deserialize<TaskDefinition>()!;      // a whole one
        var updated = new TaskUpdateResult { Task = task, NewRevisionId = Guid.NewGuid() };

        // docs: end
        return (typed, failed, updated, outcome);
    }

    private sealed record Translated(string Text);
}
