using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeWithClientTests
{
    [Fact]
    public async Task Makes_a_client_that_needs_nothing_more()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", t => t.UserPrompt = "Translate {text}");
        await using TaskPlatformClient client = platform.CreateClient(options => options.ReportingGroup = "acme");

        TaskRun run = await client.Tasks.RunAsync(
            task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, TestContext.Current.CancellationToken);

        run.Id.Should().Be(task.Runs.Single().Id);
        platform.RequestsFor(FakeOperation.RunTask).Single().Query.Should().Be("?reporting_group=acme");
        platform.TokensIssued.Should().Be(1);
    }

    [Fact]
    public async Task Serves_a_client_over_a_socket()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        FakeTask task = server.Fake.AddTask("Greet");
        await using var client = new TaskPlatformClient(server.CreateOptions());

        TaskUpdateResult updated = await client.Tasks.UpdateAsync(
            task.Id, new UpdateTaskRequest { Annotation = "second" }, TestContext.Current.CancellationToken);

        updated.NewRevisionId.Should().Be(task.Revisions[1].Id);
        server.Fake.RequestsFor(FakeOperation.UpdateTask).Single().Text.Should().Be("""{"annotation":"second"}""");
    }
}
