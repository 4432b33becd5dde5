using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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

    [Fact]
    public async Task A_family_of_types_told_apart_by_a_word_can_be_asked_for()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Decide");
        task.Answer(new JsonObject { ["$type"] = "refund", ["amount"] = 3 });
        using TaskPlatformClient client = platform.CreateClient();

        TaskRun<Decision> run = await client.Tasks.RunAsync<Decision>(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        run.Value.Should().BeOfType<Refund>().Which.Amount.Should().Be(3);
    }

    [JsonPolymorphic]
    [JsonDerivedType(typeof(Refund), "refund")]
    private abstract class Decision;

    private sealed class Refund : Decision
    {
        public int Amount { get; init; }
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
