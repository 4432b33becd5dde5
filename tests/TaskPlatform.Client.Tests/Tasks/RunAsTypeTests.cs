using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

/// <summary>Runs read as a type: what can never be read is told before a run is paid for, what doesn't fit keeps the run.</summary>
public sealed partial class RunAsTypeTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;
    private readonly TaskPlatformClient client;

    public RunAsTypeTests()
    {
        task = platform.AddTask("Translate", static definition => definition.UserPrompt = "Translate");
        task.Answer(new JsonObject { ["translated_text"] = "Hola", ["score"] = 3 });
        client = platform.CreateClient();
    }

    private interface IAnswer
    {
        string TranslatedText { get; }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Reads_the_output_by_a_contract_and_by_reflection()
    {
        TaskRun<Answer> byContract = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TypedRunContext.Default.Answer, Cancellation);
        TaskRun<Answer> byReflection = await client.Tasks.RunAsync<Answer>(task.Id, new RunTaskRequest(), Cancellation);

        byContract.Value.Should().Be(new Answer("Hola", 3));
        byReflection.Value.Should().Be(byContract.Value);
        byContract.Run.Id.Should().Be(task.Runs[0].Id);
    }

    [Fact]
    public async Task Refuses_a_type_that_can_never_be_read_before_a_run_is_paid_for()
    {
        ArgumentException refused = (await client.Tasks.Invoking(tasks => tasks.RunAsync<IAnswer>(task.Id, new RunTaskRequest(), Cancellation))
            .Should().ThrowAsync<ArgumentException>()).Which;

        refused.Message.Should().Contain(nameof(IAnswer)).And.Contain("nothing was sent");
        platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Refuses_a_type_whose_constructor_can_never_be_called_before_a_run_is_paid_for()
    {
        ArgumentException refused = (await client.Tasks.Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), TypedRunContext.Default.Misbound, Cancellation))
            .Should().ThrowAsync<ArgumentException>()).Which;

        refused.Message.Should().Contain(nameof(Misbound)).And.Contain("nothing was sent");
        platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Takes_a_type_whose_own_constructor_refuses_an_empty_object()
    {
        task.Answer(new JsonObject { ["text"] = "Hola" });

        TaskRun<Strict> run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TypedRunContext.Default.Strict, Cancellation);

        run.Value.Text.Should().Be("Hola");
    }

    [Fact]
    public async Task Keeps_the_run_when_the_output_does_not_fit()
    {
        task.Answer(new JsonObject { ["translated_text"] = "Hola", ["score"] = "marker-of-content" });

        TaskPlatformSerializationException failure = (await client.Tasks
            .Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, TypedRunContext.Default.Answer, Cancellation))
            .Should().ThrowAsync<TaskPlatformSerializationException>()).Which;

        failure.Run!.Id.Should().Be(task.Runs[0].Id);
        failure.Run.Usage.ChargedCredits.Should().Be(1.00m);
        failure.Path.Should().Be("$.score");
        failure.ExpectedType.Should().Be<Answer>();
        failure.ToString().Should().NotContain("marker-of-content");
    }

    internal sealed record Answer(string TranslatedText, int Score);

    // A parameter that is no property.
    [method: JsonConstructor]
    internal sealed class Misbound(int other)
    {
        public int Number { get; init; } = other;
    }

    internal sealed class Strict(string text)
    {
        public string Text { get; } = text ?? throw new InvalidOperationException("A text is needed.");
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Answer))]
    [JsonSerializable(typeof(Misbound))]
    [JsonSerializable(typeof(Strict))]
    private sealed partial class TypedRunContext : JsonSerializerContext;
}
