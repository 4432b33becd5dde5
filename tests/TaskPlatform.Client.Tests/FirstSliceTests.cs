using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests;

public sealed class FirstSliceTests
{
    [Fact]
    public async Task Updates_activates_and_runs_a_task_over_a_real_socket()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        FakeTask task = host.Fake.AddTask("Translate", definition => definition.UserPrompt = "Translate {text}");
        using var client = new TaskPlatformClient(host.CreateOptions());

        TaskUpdateResult updated = await client.Tasks.UpdateAndActivateAsync(
            task.Id, new UpdateTaskRequest { UserPrompt = "Translate {text} into {language}", Annotation = null }, cancellationToken);
        TaskRun run = await client.Tasks.RunAsync(
            task.Id, new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } }, cancellationToken);

        run.RevisionId.Should().Be(updated.NewRevisionId!.Value);
        run.Output.Should().BeOfType<JsonOutput>();
        host.Fake.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be("""{"user_prompt":"Translate {text} into {language}","annotation":null}""");
        host.Fake.ExecutedRuns.Should().Be(1);
        host.Fake.TokensIssued.Should().Be(1);
    }
}
