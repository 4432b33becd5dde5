using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TypedInputTests : PageTest
{
    [Fact]
    public async Task Inputs_are_compared_with_the_prompts()
    {
        FakeTask task = Platform.AddTask("Claims", definition => definition.UserPrompt = "Carrier: {carrier}. Report: {damage_note}.");
        TaskDefinition definition = await Client.Tasks.GetAsync(task.Id, TestContext.Current.CancellationToken);

        (IReadOnlyList<string> variables, InputDifference difference) = Look(definition);

        variables.Should().Equal("carrier", "damage_note");
        (difference.Missing.Single(), difference.Surplus.Single()).Should().Be(("damage_note", "note"));
        ((Action)(() => PromptTemplate.Check(new RunTaskRequest(), definition))).Should().Throw<ArgumentException>().WithMessage("*carrier, damage_note*");
    }

    [Fact]
    public async Task Tells_whether_the_format_is_still_that_of_the_type()
    {
        FakeTask task = Platform.AddTask("Claims");
        (await HasFormatAsync(Client, task.Id)).Should().BeFalse();
        await Client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { OutputFormat = OutputFormat.For(ClaimJson.Default.Assessment) }, TestContext.Current.CancellationToken);

        (await HasFormatAsync(Client, task.Id)).Should().BeTrue();
    }

    [Fact]
    public async Task Takes_a_format_written_by_hand()
    {
        FakeTask task = Platform.AddTask("Claims");

        await Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { OutputFormat = ByHand() }, TestContext.Current.CancellationToken);

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be(
            """{"output_format":{"severity":{"type":"str","description":"How bad it is.","options":["none","cosmetic","total"]},"refund_due":"bool","items":{"type":"list","item_type":"object","nested_structure":{"name":"str","value_gbp":"number"}}}}""");
    }

    private static (IReadOnlyList<string> Variables, InputDifference Difference) Look(TaskDefinition definition)
    {
        // docs: typed-inputs
        IReadOnlyList<string> variables = PromptTemplate.Variables("Carrier: {carrier}. Report: {damage_note}.");

        var request = new RunTaskRequest { Input = { ["carrier"] = "Greyline", ["note"] = "The lamp is in pieces." } };
        InputDifference difference = PromptTemplate.Compare(request, definition);     // Missing: damage_note; Surplus: note

        // docs: end
        return (variables, difference);
    }

    private static async Task<bool> HasFormatAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: typed-drift
        OutputFormat format = OutputFormat.For(ClaimJson.Default.Assessment);
        TaskDefinition task = await client.Tasks.GetAsync(taskId);
        bool fits = task.Revisions.Where(revision => revision.Active).All(revision => format.IsSameAs(revision.OutputFormat));

        // docs: end
        return fits;
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
