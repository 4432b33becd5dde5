using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Typed;

/// <summary>Variables of prompts, and inputs held against them before a run is paid for.</summary>
public sealed class PromptTemplateTests
{
    private const string First = "0195d207-3301-e94e-d17b-000000000001";
    private const string Second = "0195d207-3301-e94e-d17b-000000000002";

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("no variable", "")]
    [InlineData("Translate {text} into {{language}}.", "text,language")]
    [InlineData("{b}{a}{b}{{a}}", "b,a")]
    [InlineData("{_x1}{größe}{{{three}}}", "_x1,größe,three")]
    [InlineData("""Answer like {"text": "…"} or {} or {1} or {a b} or { c } or {d""", "")]
    [InlineData("{a{b}c}", "b")]
    [InlineData("{a}}", "a")]
    public void Finds_each_variable_once(string? prompt, string expected) =>
        string.Join(',', PromptTemplate.Variables(prompt)).Should().Be(expected);

    [Fact]
    public async Task Names_what_is_missing_and_what_is_surplus_and_nothing_was_sent()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", static definition => (definition.SystemPrompt, definition.UserPrompt) = ("Be {tone}", "Translate {text} into {{language}}"));
        using TaskPlatformClient client = platform.CreateClient();
        TaskDefinition definition = (await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Description = "d" }, TestContext.Current.CancellationToken)).Task;
        var request = new RunTaskRequest { Input = { ["text"] = "marker", ["tone"] = null, ["languages"] = new JsonArray("marker") } };

        FluentActions.Invoking(() => PromptTemplate.Check(request, definition)).Should().Throw<ArgumentException>().WithParameterName("request")
            .WithMessage("The inputs are not those of the task's prompts. Missing: language. In no prompt: languages.*").Which.Message.Should().NotContain("marker");

        InputDifference difference = PromptTemplate.Compare(request, definition);
        difference.Missing.Should().Equal("language");
        difference.Surplus.Should().Equal("languages");
        difference.IsEmpty.Should().BeFalse();
        difference.ToString().Should().Be("InputDifference { Missing = 1, Surplus = 1 }");
        platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();

        PromptTemplate.Check(new RunTaskRequest { Input = { ["text"] = "a", ["tone"] = "b", ["language"] = "c" } }, definition);
    }

    [Theory]
    [InlineData("""{"a":1,"b":1}""", null, null, "", "")]
    [InlineData("""{"a":1}""", null, null, "b", "")]
    [InlineData("""{"a":1,"b":1,"c":1}""", null, null, "", "c")]
    [InlineData("""{"a":1}""", First, null, "", "")]
    [InlineData("""{"a":1}""", Second, null, "b", "a")]
    [InlineData("""{"a":1}""", null, "candidate", "b", "a")]
    [InlineData("""{"a":1}""", First, "candidate", "b", "")]
    public void Takes_the_revision_the_request_names_or_those_with_traffic(string input, string? id, string? tag, string missing, string surplus)
    {
        TaskDefinition definition = Definition($$"""
            "active_revisions":[{"task_revision_id":"{{First}}","weight":0.9},{"task_revision_id":"{{Second}}","weight":0.1}],
            "revisions":[{"id":"{{First}}","user_prompt":"{a}"},{"id":"{{Second}}","user_prompt":"{b}","tags":[{"name":"candidate"}]},{"id":"0195d207-3301-e94e-d17b-000000000003","user_prompt":"{c}"}]
            """);
        var request = new RunTaskRequest { Input = JsonNode.Parse(input)!.AsObject(), RevisionId = id is null ? null : Guid.Parse(id), RevisionTag = tag };

        InputDifference difference = PromptTemplate.Compare(request, definition);

        string.Join(',', difference.Missing).Should().Be(missing);
        string.Join(',', difference.Surplus).Should().Be(surplus);
    }

    [Theory]
    [InlineData("""{"id":"0195d207-3301-e94e-d17b-000000000001","active":true,"user_prompt":"{a}"}""", "a")]
    [InlineData("""{"id":"0195d207-3301-e94e-d17b-000000000001","active":true,"user_prompt":"{a} {b}","input_params":["a"]}""", "a")]
    [InlineData("""{"id":"0195d207-3301-e94e-d17b-000000000001","active":true,"user_prompt":"{a} {b}","input_processors":[{"param_name":"b","input_processor":"document_content_extractor"}]}""", "a")]
    [InlineData("""{"id":"0195d207-3301-e94e-d17b-000000000001","active":true,"user_prompt":"{a} {b}","input_processors":[{"param_name":"b","input_processor":"url_fetcher"},{"param_name":"a","input_processor":"perplexity_search"}]}""", "a,b")]
    public void Goes_by_what_the_platform_found_and_by_processors(string revision, string missing) =>
        string.Join(',', PromptTemplate.Compare(new RunTaskRequest(), Definition($"\"revisions\":[{revision}]")).Missing).Should().Be(missing);

    [Fact]
    public void Knows_inputs_that_stand_in_no_prompt() => PromptTemplate.Compare(
        new RunTaskRequest { Input = { ["page"] = 1, ["question"] = 2 } },
        Definition($$$"""
            "active_revisions":[{"task_revision_id":"{{{First}}}"},{"task_revision_id":"{{{Second}}}","weight":0}],
            "revisions":[{"id":"{{{First}}}","user_prompt":"","input_processors":[{"param_name":"page","input_processor":"url_fetcher"}],"rag":{"collection_id":"c","rag_param":"question"}}]
            """)).IsEmpty.Should().BeTrue();

    [Theory]
    [InlineData(Second, null)]
    [InlineData(null, "unknown")]
    [InlineData(Second, "known")]
    public void Refuses_to_compare_with_a_definition_that_lacks_the_revision(string? id, string? tag) => FluentActions
        .Invoking(() => PromptTemplate.Check(
            new RunTaskRequest { RevisionId = id is null ? null : Guid.Parse(id), RevisionTag = tag },
            Definition($$"""
                "active_revisions":[{"task_revision_id":"{{First}}"}],"revisions":[{"id":"{{First}}","tags":[{"name":"known"}]}]
                """)))
        .Should().Throw<ArgumentException>().WithParameterName("definition").WithMessage("*does not hold*");

    [Theory]
    [InlineData("""{"task_revision_id":"0195d207-3301-e94e-d17b-000000000002"}""")]
    [InlineData("""{"task_revision_id":"0195d207-3301-e94e-d17b-000000000001","weight":0.5},{"task_revision_id":"0195d207-3301-e94e-d17b-000000000002","weight":0.5}""")]
    [InlineData("")]
    public void Refuses_to_compare_when_a_live_revision_is_not_there(string active) => FluentActions
        .Invoking(() => PromptTemplate.Compare(new RunTaskRequest(), Definition($$"""
            "active_revisions":[{{active}}],"revisions":[{"id":"{{First}}"}]
            """)))
        .Should().Throw<ArgumentException>().WithParameterName("definition");

    private static TaskDefinition Definition(string members) => Serializers.Read<TaskDefinition>($$"""{"id":"{{First}}",{{members}}}""");
}
