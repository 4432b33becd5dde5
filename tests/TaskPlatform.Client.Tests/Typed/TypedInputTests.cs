using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Trimmed.Shapes;
using Xunit;

namespace TaskPlatform.Client.Tests.Typed;

/// <summary>Inputs from a type of the caller's.</summary>
public sealed partial class TypedInputTests
{
    [Fact]
    public async Task Sends_the_value_as_the_contract_writes_it()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", static definition => definition.UserPrompt = "{text} {language}");
        using TaskPlatformClient client = platform.CreateClient();
        RunTaskRequest request = RunTaskRequest.From(new Question("¿\"Qué\"?", "Spanish", ["a", "b"]), ShapeJson.Default.Question) with { Reference = "order-42" };

        await client.Tasks.RunAsync(task.Id, request, TestContext.Current.CancellationToken);

        platform.RequestsFor(FakeOperation.RunTask)[0].ReadJson()!.ToJsonString()
            .Should().Be("""{"task_input":{"text":"\u00BF\u0022Qu\u00E9\u0022?","language":"Spanish","hints":["a","b"]},"task_reference":"order-42"}""");
        request.ToString().Should().NotContain("Spanish");
    }

    [Fact]
    public void Refuses_a_value_that_is_no_object_and_does_not_show_it()
    {
        FluentActions.Invoking(() => RunTaskRequest.From(["marker"], InputJson.Default.StringArray)).Should().Throw<ArgumentException>()
            .WithParameterName("input").WithMessage("String[] is not written as a JSON object*").Which.Message.Should().NotContain("marker");
        FluentActions.Invoking(() => RunTaskRequest.From("marker", InputJson.Default.String)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RunTaskRequest.From<string>(null!, InputJson.Default.String)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Takes_a_dictionary() =>
        RunTaskRequest.From(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 }, InputJson.Default.DictionaryStringInt32)
            .Input.ToJsonString().Should().Be("""{"a":1}""");

    [JsonSerializable(typeof(string[]))]
    [JsonSerializable(typeof(string))]
    [JsonSerializable(typeof(Dictionary<string, int>))]
    private sealed partial class InputJson : JsonSerializerContext;
}
