using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Tasks;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class NewTaskRevisionTests
{
    private const string Made = "0196a4c8-9e52-c06f-fb38-6d1e07a2c973";

    private static readonly DateTimeOffset SentAt = new(2025, 5, 6, 7, 55, 40, 300, TimeSpan.Zero);

    // As the platform writes what Sent() sends: other number forms, tag objects, defaults filled in, keys in another order.
    private const string Revision = """
        {
          "id": "0196a4c8-9e52-c06f-fb38-6d1e07a2c973", "created": "2025-05-06T07:55:40.300001Z", "active": false, "system_prompt": "S", "user_prompt": "U",
          "llm_model_id": "01977C3E-51AA-D8E0-C45B-8F20B3D6174E", "llm_config": { "max_tokens": 900.0, "temperature": 0.20, "stop": null },
          "output_format": { "ok": { "type": "boolean" }, "why": { "description": "d", "type": "string", "options": ["a"], "item_type": null } },
          "task_forwarder_id": "0198a1b2-77cf-e5d4-d310-96b0ec2f48a7",
          "rag": { "collection_id": "0194bb02-e7f3-d5c1-c06a-72f8d9e3b140", "rag_config": { "rewrite_mode": "single_query", "candidate_k": 20, "final_k": 5 } },
          "file_input_mode": "none", "annotation": "A", "test": false, "input_processors": [{ "param_name": "p", "input_processor": "url_fetcher", "config": { "n": 1 } }],
          "optimise_images": true, "fallback_llm_model": { "id": "01985d90-2b67-f1c3-e09a-47ad5c81be22" }, "fallback_llm_config": {}, "tool_choice": "auto",
          "task_mcp_tool_ids": ["b", "a"], "integration_tool_ids": [], "tags": [{ "id": "0195e6f0-77c4-f0a9-e21b-84d3c6f95e10" }], "later": { "x": 1 }
        }
        """;

    /// <summary>As many objects in each other as a client reads.</summary>
    private static string Deep(int value) => string.Concat(Enumerable.Repeat("{\"a\":", 400)) + value + new string('}', 400);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Compares_settings_however_deep_in_one_pass(int value, bool found)
    {
        var sent = new UpdateTaskRequest { LlmConfig = JsonNode.Parse(Deep(1), documentOptions: new() { MaxDepth = 512 })!.AsObject() };
        TaskDefinition answer = Serializers.Read<TaskDefinition>($$"""{"revisions":[{"id":"{{Made}}","created":"2999-01-01T00:00:00Z","llm_config":{{Deep(value)}}}]}""");

        Task<TaskRevision?> comparison = Task.Run(() => NewTaskRevision.Find(sent, answer, SentAt), TestContext.Current.CancellationToken);

        // Each level looked at twice as often as the one above it would not end in a lifetime.
        TaskRevision? revision = await comparison.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        (revision is not null).Should().Be(found);
    }

    public static TheoryData<string, string> Differences => new()
    {
        { "id", "\"not an id\"" },
        { "active", "true" },
        { "created", "\"2025-05-06T07:55:39Z\"" },
        { "created", "null" },
        { "system_prompt", "\"T\"" },
        { "user_prompt", "null" },
        { "llm_model_id", "\"01985d90-2b67-f1c3-e09a-47ad5c81be22\"" },
        { "llm_config", """{ "max_tokens": 900, "temperature": 0.21 }""" },
        { "llm_config", """{ "max_tokens": 900, "temperature": 0.2, "top_p": 1 }""" },
        { "llm_config", "null" },
        { "output_format", """{ "ok": "bool" }""" },
        { "output_format", """{ "ok": "bool", "why": { "type": "str", "description": "d", "options": ["b"] } }""" },
        { "output_format", """{ "ok": "int", "why": { "type": "str", "description": "d", "options": ["a"] } }""" },
        { "task_forwarder_id", "null" },
        { "rag", "null" },
        { "rag", """{ "collection_id": "0194bb02-e7f3-d5c1-c06a-72f8d9e3b140", "rag_config": { "candidate_k": 21 } }""" },
        { "file_input_mode", "\"pdf\"" },
        { "annotation", "\"B\"" },
        { "test", "true" },
        { "input_processors", "[]" },
        { "input_processors", """[{ "param_name": "p", "input_processor": "url_fetcher", "config": { "n": 2 } }]""" },
        { "optimise_images", "false" },
        { "fallback_llm_model", "null" },
        { "fallback_llm_config", """{ "a": 1 }""" },
        { "tool_choice", "\"required\"" },
        { "task_mcp_tool_ids", "[\"a\"]" },
        { "integration_tool_ids", "[\"a\"]" },
        { "tags", "[]" },
        { "later", """{ "x": 2 }""" },
    };

    [Fact]
    public void Finds_the_revision_that_has_every_field_sent() => Find(Sent(), Revision)!.Id.Should().Be(Made);

    [Theory]
    [MemberData(nameof(Differences))]
    public void Does_not_take_a_revision_that_differs(string key, string value)
    {
        var revision = (JsonObject)JsonNode.Parse(Revision)!;
        revision[key] = JsonNode.Parse(value);

        Find(Sent(), revision.ToJsonString()).Should().BeNull();
    }

    [Fact]
    public void Takes_null_for_what_is_missing_or_the_default() => Find(
        new UpdateTaskRequest
        {
            SystemPrompt = null,
            LlmModelId = null,
            LlmConfig = null,
            OutputFormat = null,
            TaskForwarderId = null,
            Rag = null,
            FileInputMode = null,
            Annotation = null,
            InputProcessors = [],
            OptimiseImages = null,
            FallbackLlmModelId = null,
            FallbackLlmConfig = null,
            ToolChoice = null,
            TaskMcpToolIds = null,
            IntegrationToolIds = [],
            RevisionTags = null,
        },
        $$"""{ "id": "{{Made}}", "created": "2025-05-06T07:55:41Z", "file_input_mode": "none", "fallback_llm_config": {} }""")!.Id.Should().Be(Made);

    [Fact]
    public void Takes_whole_seconds_as_whole_seconds()
    {
        Find(new() { SystemPrompt = "S" }, $$"""{ "id": "{{Made}}", "created": "2025-05-06T07:55:40Z", "system_prompt": "S" }""").Should().NotBeNull();
        Find(new() { SystemPrompt = "S" }, $$"""{ "id": "{{Made}}", "created": "2025-05-06T07:55:40.2Z", "system_prompt": "S" }""").Should().BeNull();
    }

    [Fact]
    public void Takes_none_when_two_fit_or_none_does()
    {
        Find(Sent(), Revision, Revision.Replace(Made, "0196a4c8-0000-c06f-fb38-6d1e07a2c973", StringComparison.Ordinal)).Should().BeNull();
        Find(Sent()).Should().BeNull();
    }

    [Fact]
    public void Takes_none_that_gets_traffic()
    {
        TaskDefinition task = Serializers.Read<TaskDefinition>($$"""{ "revisions": [{{Revision}}], "active_revisions": [{ "task_revision_id": "{{Made}}" }] }""");

        NewTaskRevision.Find(Sent(), task, SentAt).Should().BeNull();
    }

    private static TaskRevision? Find(UpdateTaskRequest sent, params string[] revisions) =>
        NewTaskRevision.Find(sent, Serializers.Read<TaskDefinition>($$"""{ "revisions": [{{string.Join(',', revisions)}}] }"""), SentAt);

    private static UpdateTaskRequest Sent() => new()
    {
        Name = "not looked at",
        SystemPrompt = "S",
        UserPrompt = "U",
        LlmModelId = Guid.Parse("01977c3e-51aa-d8e0-c45b-8f20b3d6174e"),
        LlmConfig = new JsonObject { ["temperature"] = 0.2, ["max_tokens"] = 900 },
        OutputFormat = new OutputFormat { ["ok"] = OutputType.Boolean, ["why"] = new OutputField { Type = OutputType.Text, Description = "d", Options = ["a"] } },
        TaskForwarderId = Guid.Parse("0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"),
        Rag = new RagSettings("0194bb02-e7f3-d5c1-c06a-72f8d9e3b140", new RagConfig { CandidateK = 20 }),
        FileInputMode = FileInputMode.None,
        Annotation = "A",
        Test = false,
        InputProcessors = [new("p", InputProcessorKind.UrlFetcher) { Config = new JsonObject { ["n"] = 1 } }],
        OptimiseImages = true,
        FallbackLlmModelId = Guid.Parse("01985d90-2b67-f1c3-e09a-47ad5c81be22"),
        FallbackLlmConfig = null,
        ToolChoice = ToolChoice.Auto,
        TaskMcpToolIds = ["a", "b"],
        IntegrationToolIds = [],
        RevisionTags = ["0195E6F0-77C4-F0A9-E21B-84D3C6F95E10"],
        AdditionalFields = new JsonObject { ["later"] = new JsonObject { ["x"] = 1 }, ["elsewhere"] = true },
    };
}
