using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TypedOutputTests : PageTest
{
    private const string Graded = """{"severity":"Total","summary":"Sorry.","items":[{"name":"lamp","value_gbp":38.5}]}""";

    private static readonly RunTaskRequest Request = new() { Input = { ["carrier"] = "Greyline", ["damage_note"] = "In pieces." } };

    [Fact]
    public async Task Asks_for_a_type_with_a_type()
    {
        FakeTask task = Platform.AddTask("Claims");
        task.Answer(JsonNode.Parse(Graded));

        Assessment assessment = await GradeAsync(Client, task.Id);

        assessment.Severity.Should().Be(Severity.Total);
        assessment.Items.Should().Equal(new DamagedItem("lamp", 38.5m));
        Platform.RequestsFor(FakeOperation.RunTask)[0].Text.Should().Be("""{"task_input":{"carrier":"Greyline","damage_note":"The lamp is in pieces."}}""");
        task.Revisions[1].Should().NotBeNull();
        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Contain("\"items\":{\"type\":\"list\",\"item_type\":\"object\"");
    }

    [Fact]
    public async Task Reads_by_reflection_too()
    {
        FakeTask task = Platform.AddTask("Claims");
        task.Answer(JsonNode.Parse(Graded));

        (await GradeByReflectionAsync(Client, task.Id, Request)).Summary.Should().Be("Sorry.");
    }

    [Fact]
    public async Task Reads_a_stored_run()
    {
        FakeTask task = Platform.AddTask("Claims");
        task.Answer(JsonNode.Parse(Graded));
        await GradeAsync(Client, task.Id);

        (await ReadAgainAsync(Client, task.Id, task.Runs[0].Id))!.Summary.Should().Be("Sorry.");
    }

    [Fact]
    public async Task Items_written_as_text_are_read()
    {
        FakeTask task = Platform.AddTask("Claims");
        task.Answer(JsonNode.Parse("""{"severity":"None","summary":"","items":["{\"name\":\"lamp\",\"value_gbp\":1}"]}"""));

        (await GradeAsync(Client, task.Id)).Items.Should().Equal(new DamagedItem("lamp", 1));
    }

    [Theory]
    [InlineData("""{"severity":"Awful","summary":"Sorry.","items":[]}""", "$.severity")]
    [InlineData("""{"severity":"None","summary":"Sorry.","items":[{"name":"lamp","value_gbp":"much"}]}""", "$.items[0].value_gbp")]
    [InlineData("null", "$")]
    public async Task An_answer_that_does_not_fit_is_not_lost(string answer, string path)
    {
        FakeTask task = Platform.AddTask("Claims");
        task.Answer(JsonNode.Parse(answer));

        (string? place, decimal? credits, string raw) = await GradeOrKeepAsync(Client, task.Id, Request);

        (place, credits, raw).Should().Be((path, 1, answer));
        Platform.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task A_type_that_can_not_be_read_is_refused_before_anything_is_sent()
    {
        JsonTypeInfo<IAnswer> unreadable = (JsonTypeInfo<IAnswer>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(IAnswer));

        await ((Func<Task>)(() => Client.Tasks.RunAsync(Guid.NewGuid(), Request, unreadable))).Should().ThrowAsync<ArgumentException>();

        Platform.Requests.Should().BeEmpty();
    }

    private static async Task<Assessment> GradeAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: typed-both-ways
        TaskUpdateResult updated = await client.Tasks.UpdateAndActivateAsync(taskId, new UpdateTaskRequest
        {
            UserPrompt = "Carrier: {carrier}. Report: {damage_note}. Grade it.",
            OutputFormat = OutputFormat.For(ClaimJson.Default.Assessment),
        });

        RunTaskRequest request = RunTaskRequest.From(new DamageReport("Greyline", "The lamp is in pieces."), ClaimJson.Default.DamageReport);
        PromptTemplate.Check(request, updated.Task);     // names missing and surplus inputs, before a run is paid for
        var (assessment, run) = await client.Tasks.RunAsync(taskId, request, ClaimJson.Default.Assessment);

        // docs: end
        run.TotalChargedCredits.Should().Be(1);
        return assessment;
    }

    private static async Task<Assessment> GradeByReflectionAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: typed-reflection
        TaskRun<Assessment> graded = await client.Tasks.RunAsync<Assessment>(taskId, request);

        // docs: end
        return graded.Value;
    }

    private static async Task<Assessment?> ReadAgainAsync(TaskPlatformClient client, Guid taskId, Guid runId)
    {
        // docs: typed-stored
        TaskRun run = await client.Tasks.GetRunAsync(taskId, runId);
        Assessment? assessment = run.Output is JsonOutput json ? json.Deserialize(ClaimJson.Default.Assessment) : null;

        // docs: end
        return assessment;
    }

    private static async Task<(string? Place, decimal? Credits, string Raw)> GradeOrKeepAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        string? place = null;
        decimal? credits = null;
        string raw = "";

        // docs: typed-unfit
        try
        {
            await client.Tasks.RunAsync(taskId, request, ClaimJson.Default.Assessment);
        }
        catch (TaskPlatformSerializationException exception) when (exception.Run is { } run)
        {
            place = exception.Path;                  // $.items[0].value_gbp
            credits = run.TotalChargedCredits;       // it was paid for
            raw = run.Output.Raw.GetRawText();       // and nothing of it is lost
        }

        // docs: end
        return (place, credits, raw);
    }

    private interface IAnswer
    {
        string Text { get; }
    }
}

// docs: claim-types
internal sealed record DamageReport(string Carrier, string DamageNote);

internal sealed record Assessment(
    [Description("How bad it is.")] Severity Severity,
    [Description("One sentence for the customer.")] string Summary,
    IReadOnlyList<DamagedItem> Items);

internal sealed record DamagedItem(string Name, decimal ValueGbp);

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
internal enum Severity { None, Cosmetic, Total }

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DamageReport))]
[JsonSerializable(typeof(Assessment))]
internal sealed partial class ClaimJson : JsonSerializerContext;

// docs: end
