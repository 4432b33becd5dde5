using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class UpdateTaskRequestJsonTests
{
    public static TheoryData<string> Cases => [.. UpdateTaskRequestCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sends_exactly_what_is_set_through_every_serializer(string name)
    {
        (UpdateTaskRequest request, string body) = UpdateTaskRequestCases.All[name];
        ByteTable.Check(request, body);
    }

    [Fact]
    public void Sends_every_member_in_one_body() => ByteTable.Check(
        Everything(),
        $$"""
        {"name":"N","description":"D","enabled":true,"exposed_to_agents":false,"task_run_visibility":"editors_and_owners","active_revisions":[],"tags":["t"],"revision_tags":["r"],"system_prompt":"S","user_prompt":"U","llm_model_id":"00000000-0000-0000-0000-000000000001","llm_config":{"a":1},"output_format":{{UpdateTaskRequestCases.FormatText}},"task_forwarder_id":"00000000-0000-0000-0000-000000000002","rag":{"collection_id":"c"},"file_input_mode":"pdf","annotation":"A","test":false,"input_processors":[{"param_name":"p","input_processor":"perplexity_search"}],"optimise_images":false,"fallback_llm_model_id":"00000000-0000-0000-0000-000000000003","fallback_llm_config":{},"tool_choice":"auto","task_mcp_tool_ids":["m"],"integration_tool_ids":["i"],"later":[]}
        """);

    [Fact]
    public void Sends_null_for_every_member_that_takes_it() => ByteTable.Check(
        new UpdateTaskRequest
        {
            Name = null,
            Description = null,
            Enabled = null,
            ExposedToAgents = null,
            TaskRunVisibility = null,
            ActiveRevisions = null,
            Tags = null,
            RevisionTags = null,
            SystemPrompt = null,
            UserPrompt = null,
            LlmModelId = null,
            LlmConfig = null,
            OutputFormat = null,
            TaskForwarderId = null,
            Rag = null,
            FileInputMode = null,
            Annotation = null,
            OptimiseImages = null,
            FallbackLlmModelId = null,
            FallbackLlmConfig = null,
            ToolChoice = null,
            TaskMcpToolIds = null,
            IntegrationToolIds = null,
        },
        """
        {"name":null,"description":null,"enabled":null,"exposed_to_agents":null,"task_run_visibility":null,"active_revisions":null,"tags":null,"revision_tags":null,"system_prompt":null,"user_prompt":null,"llm_model_id":null,"llm_config":null,"output_format":null,"task_forwarder_id":null,"rag":null,"file_input_mode":null,"annotation":null,"optimise_images":null,"fallback_llm_model_id":null,"fallback_llm_config":null,"tool_choice":null,"task_mcp_tool_ids":null,"integration_tool_ids":null}
        """);

    [Fact]
    public void Sends_the_same_bytes_inside_a_strangers_type()
    {
        var envelope = new StrangersEnvelope(new() { Annotation = null, Tags = [] }, new() { MaxTurns = 0 });
        foreach (string name in Serializers.All.Keys.Where(static name => name.Contains("stranger", StringComparison.Ordinal)))
        {
            JsonSerializerOptions options = Serializers.All[name];
            JsonSerializer.Serialize(envelope, options)
                .Should().Contain("""{"tags":[],"annotation":null}""", name).And.Contain("""{"max_turns":0}""", name);
        }
    }

    [Fact]
    public void Tells_what_was_null_from_what_was_left_out_when_read()
    {
        UpdateTaskRequest request = Serializers.Read<UpdateTaskRequest>("""{"annotation":null,"tags":[],"later":{"x":[1]}}""");

        request.Annotation.IsSet.Should().BeTrue();
        request.Annotation.Value.Should().BeNull();
        request.Tags.IsSet.Should().BeTrue();
        request.Tags.Should().BeEmpty();
        request.RevisionTags.IsSet.Should().BeFalse();
        request.Name.IsSet.Should().BeFalse();
        request.AdditionalFields!.ToJsonString().Should().Be("""{"later":{"x":[1]}}""");
    }

    [Fact]
    public void Takes_no_null_for_input_processors()
    {
        Action set = () => _ = new UpdateTaskRequest { InputProcessors = null };

        set.Should().Throw<ArgumentNullException>().WithMessage("*InputProcessors*");
    }

    [Fact]
    public void Prints_which_keys_are_sent_and_nothing_they_hold()
    {
        string text = (Everything() with { SystemPrompt = "secret-prompt", AdditionalFields = new JsonObject { ["x"] = "secret-extra" } }).ToString();

        text.Should().Contain("system_prompt").And.NotContain("secret");
    }

    private static UpdateTaskRequest Everything() => new()
    {
        Name = "N",
        Description = "D",
        Enabled = true,
        ExposedToAgents = false,
        TaskRunVisibility = RunVisibility.EditorsAndOwners,
        ActiveRevisions = [],
        Tags = ["t"],
        RevisionTags = ["r"],
        SystemPrompt = "S",
        UserPrompt = "U",
        LlmModelId = Guid.Parse("00000000-0000-0000-0000-000000000001"),
        LlmConfig = new JsonObject { ["a"] = 1 },
        OutputFormat = UpdateTaskRequestCases.Format(),
        TaskForwarderId = Guid.Parse("00000000-0000-0000-0000-000000000002"),
        Rag = new RagSettings("c"),
        FileInputMode = FileInputMode.Pdf,
        Annotation = "A",
        Test = false,
        InputProcessors = [new("p", InputProcessorKind.PerplexitySearch)],
        OptimiseImages = false,
        FallbackLlmModelId = Guid.Parse("00000000-0000-0000-0000-000000000003"),
        FallbackLlmConfig = new JsonObject(),
        ToolChoice = ToolChoice.Auto,
        TaskMcpToolIds = ["m"],
        IntegrationToolIds = ["i"],
        AdditionalFields = new JsonObject { ["later"] = new JsonArray() },
    };
}
