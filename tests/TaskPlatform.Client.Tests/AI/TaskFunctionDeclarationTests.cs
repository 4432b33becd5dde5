using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.AI;

public sealed class TaskFunctionDeclarationTests : IDisposable
{
    private readonly FunctionLab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public void Says_what_the_task_says()
    {
        FakeTask task = lab.Add(change: static definition => definition.Description = "Translates a text.");

        TaskFunction function = lab.Function(task);

        function.TaskId.Should().Be(task.Id);
        function.Name.Should().Be("Translate");
        function.Description.Should().Be("Translates a text.");
        function.JsonSchema.GetRawText().Should().Be(
            """{"type":"object","properties":{"text":{"type":"string"},"language":{"type":"string"}},"required":["text","language"],"additionalProperties":false}""");
        function.ToString().Should().Be("Translate");
    }

    [Fact]
    public void Takes_name_description_and_schema_from_the_options()
    {
        JsonElement schema = JsonSerializer.Deserialize<JsonElement>("""{"type":"object","properties":{"text":{"type":"string","description":"English"}}}""");

        TaskFunction function = lab.Function(lab.Add(), new TaskFunctionOptions { Name = "to.spanish", Description = "d", JsonSchema = schema });

        function.Name.Should().Be("to.spanish");
        function.Description.Should().Be("d");
        function.JsonSchema.GetRawText().Should().Be(schema.GetRawText());
    }

    [Theory]
    [InlineData("Translate a text", "Translate_a_text")]
    [InlineData("  A -  B ", "A_-_B")]
    [InlineData("2nd opinion", "task_2nd_opinion")]
    [InlineData("Übersetze: \"x\"", "bersetze_x")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg hhh", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg")]
    public void Makes_a_name_that_every_provider_takes(string taskName, string expected) =>
        lab.Client.Tasks.AsAIFunction(FunctionLab.Definition(lab.Add()) with { Name = taskName }).Name.Should().Be(expected);

    [Fact]
    public void A_task_without_a_usable_name_is_called_by_its_id()
    {
        TaskDefinition definition = FunctionLab.Definition(lab.Add()) with { Name = "翻訳", Description = " " };

        AIFunction function = lab.Client.Tasks.AsAIFunction(definition);

        function.Name.Should().Be($"task_{definition.Id:N}").And.MatchRegex("^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$");
        function.Description.Should().Be("Runs the task \"翻訳\" and answers with json.");
    }

    [Fact]
    public void Asks_for_what_any_revision_with_traffic_needs()
    {
        FakeTask task = lab.Add(prompt: "Translate {text}");
        FakeTaskRevision second = task.AddRevision(static revision => revision.UserPrompt = "Translate {text} in {tone}");
        task.AddRevision(static revision => revision.UserPrompt = "{unborn}");
        TaskDefinition definition = FunctionLab.Definition(task);

        Inputs(definition).Should().Equal("text");
        Inputs(definition with { ActiveRevisions = [new(task.Revisions[0].Id, 0.5), new(second.Id, 0.5)] }).Should().Equal("text", "tone");
        Inputs(definition, new TaskFunctionOptions { Request = new RunTaskRequest { RevisionId = second.Id } }).Should().Equal("text", "tone");
    }

    [Fact]
    public void Inputs_of_the_options_are_not_the_models_to_choose() =>
        Inputs(FunctionLab.Definition(lab.Add()), new TaskFunctionOptions { Request = new RunTaskRequest { Input = { ["language"] = "Spanish" } } }).Should().Equal("text");

    [Fact]
    public void Refuses_what_can_not_be_run()
    {
        TaskDefinition definition = FunctionLab.Definition(lab.Add());

        Making(definition with { Id = Guid.Empty }).Should().Throw<ArgumentException>().WithMessage("*no id*");
        Making(definition with { Revisions = [] }).Should().Throw<ArgumentException>().WithMessage("*does not hold*");
        Making(definition, new TaskFunctionOptions { Request = new RunTaskRequest { Input = { ["tenant"] = "secret" } } })
            .Should().Throw<ArgumentException>().WithMessage("*tenant*").Which.Message.Should().NotContain("secret");
        FluentActions.Invoking(static () => new TaskFunctionOptions { Name = " " }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new TaskFunctionOptions { MaxFileBytes = -1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(static () => new TaskFunctionOptions { Request = null! }).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Requires_approval_unless_told_otherwise()
    {
        TaskDefinition definition = FunctionLab.Definition(lab.Add());

        AIFunction function = lab.Client.Tasks.AsAIFunction(definition);

        function.Should().BeOfType<ApprovalRequiredAIFunction>();
        function.GetService<TaskFunction>()!.TaskId.Should().Be(definition.Id);
        lab.Client.Tasks.AsAIFunction(definition, new TaskFunctionOptions { RequireApproval = false }).Should().BeOfType<TaskFunction>();
    }

    [Fact]
    public void Options_show_no_content() =>
        new TaskFunctionOptions { Name = "n", Description = "secret", Request = new RunTaskRequest { Input = { ["a"] = "secret" }, Reference = "secret" } }
            .ToString().Should().Be("TaskFunctionOptions { RequireApproval = True, MaxFileBytes = 20971520 }");

    private Action Making(TaskDefinition definition, TaskFunctionOptions? options = null) => () => lab.Client.Tasks.AsAIFunction(definition, options);

    private string[] Inputs(TaskDefinition definition, TaskFunctionOptions? options = null)
    {
        var schema = JsonObject.Create(lab.Client.Tasks.AsAIFunction(definition, options).JsonSchema)!;
        string[] required = [.. schema["required"]!.AsArray().Select(static one => (string)one!)];
        schema["properties"]!.AsObject().Select(static one => one.Key).Should().Equal(required);
        return required;
    }
}
