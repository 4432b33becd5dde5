using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Trimmed.Shapes;
using Xunit;

namespace TaskPlatform.Client.Tests.Typed;

/// <summary>C# types to formats, formats to the platform, answers back to the types. The trimmed program does the same.</summary>
public sealed class AnswerShapeTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly TaskPlatformClient client;

    public AnswerShapeTests() => client = platform.CreateClient();

    public static TheoryData<string> Names => [.. AnswerShapes.All.Select(static shape => shape.Name)];

    // What the embedded platform makes up is no date, and does not add up.
    public static TheoryData<string> NamesWithoutRules => [.. AnswerShapes.All.Select(static shape => shape.Name).Except([nameof(Appointment), nameof(Sum)], StringComparer.Ordinal)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_to_the_platform_as_a_format_and_comes_back_as_a_value(string name)
    {
        AnswerShape shape = AnswerShapes.All.Single(one => one.Name == name);
        FakeTask task = platform.AddTask(name);

        TaskUpdateResult updated = await client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { OutputFormat = shape.MakeFormat() }, Cancellation);

        byte[] sent = platform.RequestsFor(FakeOperation.UpdateTask)[0].Body.ToArray();
        Encoding.UTF8.GetString(sent).Should().Be($$"""{"output_format":{{shape.Format}}}""");
        updated.Task.Revisions.Single(revision => revision.Active).OutputFormat!.IsSameAs(shape.MakeFormat()).Should().BeTrue();

        task.Answer(JsonNode.Parse(shape.Answer));
        (await shape.RunAsync(client.Tasks, task.Id, Cancellation)).Should().Be(shape.Answer);
    }

    [Theory]
    [MemberData(nameof(NamesWithoutRules))]
    public async Task Fits_what_the_platform_makes_up_for_the_format(string name)
    {
        AnswerShape shape = AnswerShapes.All.Single(one => one.Name == name);
        FakeTask task = platform.AddTask(name);
        await client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { OutputFormat = shape.MakeFormat() }, Cancellation);

        (await shape.RunAsync(client.Tasks, task.Id, Cancellation)).Should().NotBeEmpty();
    }

    [Fact]
    public void Is_ten_shapes_at_least() => AnswerShapes.All.Should().HaveCountGreaterThanOrEqualTo(10);

    [Fact]
    public async Task Reads_items_that_came_as_json_text_and_keeps_the_run()
    {
        FakeTask task = platform.AddTask("Order");
        task.Answer(JsonNode.Parse("""{"lines":["{\"name\":\"lamp\",\"parts\":[\"{\\\"sku\\\":\\\"L1\\\",\\\"count\\\":2}\"]}"]}"""));

        TaskRun<Order> run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), ShapeJson.Default.Order, Cancellation);

        run.Value.Lines.Should().ContainSingle().Which.Parts.Should().Equal(new Part("L1", 2));
        run.Run.Id.Should().Be(task.Runs[0].Id);
        run.Run.TotalChargedCredits.Should().Be(1);
    }

    [Theory]
    [InlineData("""{"lines":[{"name":"lamp","parts":[{"sku":"L1","count":"marker"}]}]}""", "$.lines[0].parts[0].count")]
    [InlineData("""{"lines":["marker"]}""", "$.lines[0]")]
    [InlineData("""{"lines":["{\"name\":\"marker\",\"parts\":[3]}"]}""", "$.lines[0]")]
    public async Task Tells_where_an_answer_does_not_fit_and_what_it_cost(string answer, string path)
    {
        FakeTask task = platform.AddTask("Order");
        task.Answer(JsonNode.Parse(answer));

        TaskPlatformSerializationException failure = (await client.Tasks
            .Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest { Reference = "order-42" }, ShapeJson.Default.Order, Cancellation))
            .Should().ThrowAsync<TaskPlatformSerializationException>()).Which;

        failure.Path.Should().Be(path);
        failure.ExpectedType.Should().Be<Order>();
        failure.Run!.Id.Should().Be(task.Runs[0].Id).And.Be(failure.RunId!.Value);
        failure.Run.TotalChargedCredits.Should().Be(1);
        failure.Reference.Should().Be("order-42");
        failure.ToString().Should().NotContain("marker");
    }
}
