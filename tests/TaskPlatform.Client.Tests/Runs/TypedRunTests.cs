using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>A run whose output does not fit the type asked for was paid for all the same.</summary>
public sealed class TypedRunTests
{
    [Fact]
    public async Task A_type_that_refuses_the_output_itself_loses_nothing_of_the_run()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate");
        task.Answer(new JsonObject { ["text"] = "" });
        using TaskPlatformClient client = platform.CreateClient();

        TaskPlatformSerializationException failure = (await FluentActions.Awaiting(() =>
                client.Tasks.RunAsync<Strict>(task.Id, new RunTaskRequest { Reference = "order-42" }, TestContext.Current.CancellationToken))
            .Should().ThrowAsync<TaskPlatformSerializationException>()).Which;

        failure.Run!.Id.Should().Be(task.Runs.Single().Id);
        failure.Run.Usage.ChargedCredits.Should().NotBeNull();
        failure.SentAt.Should().NotBeNull();
        failure.OutcomeUnknown.Should().BeFalse();
    }

    private sealed class Strict
    {
        public Strict(string text)
        {
            ArgumentException.ThrowIfNullOrEmpty(text);
            Text = text;
        }

        public string Text { get; }
    }
}
