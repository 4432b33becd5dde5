using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TypedTests : PageTest
{
    [Fact]
    public async Task Asks_for_a_type_with_a_type()
    {
        FakeTask task = Platform.AddTask("Claims");
        task.Answer(JsonNode.Parse("""{"severity":"Total","summary":"Sorry.","items":[{"name":"lamp","value_gbp":38.5}]}"""));

        Assessment assessment = await GradeAsync(Client, task.Id);

        assessment.Severity.Should().Be(Severity.Total);
        assessment.Items.Should().Equal(new DamagedItem("lamp", 38.5m));
        Platform.RequestsFor(FakeOperation.RunTask)[0].Text.Should().Be("""{"task_input":{"carrier":"Greyline","damage_note":"The lamp is in pieces."}}""");
        task.Revisions[1].Should().NotBeNull();
        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Contain("\"items\":{\"type\":\"list\",\"item_type\":\"object\"");
    }

    [Fact]
    public async Task Takes_a_format_written_by_hand()
    {
        FakeTask task = Platform.AddTask("Claims");

        await Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { OutputFormat = ByHand() }, TestContext.Current.CancellationToken);

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be(
            """{"output_format":{"severity":{"type":"str","description":"How bad it is.","options":["none","cosmetic","total"]},"refund_due":"bool","items":{"type":"list","item_type":"object","nested_structure":{"name":"str","value_gbp":"number"}}}}""");
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

    private static OutputFormat ByHand()
    {
        // docs: format-by-hand
        var format = new OutputFormat
        {
            ["severity"] = OutputField.OneOf("none", "cosmetic", "total").WithDescription("How bad it is."),
            ["refund_due"] = OutputField.Boolean,
            ["items"] = OutputField.List(OutputField.Object(new OutputFormat { ["name"] = OutputField.Text, ["value_gbp"] = OutputField.Number })),
        };

        // docs: end
        return format;
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
