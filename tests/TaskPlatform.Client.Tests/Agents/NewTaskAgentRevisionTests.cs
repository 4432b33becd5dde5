using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Agents;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

public sealed class NewTaskAgentRevisionTests
{
    private const string Made = "0199c0de-4412-d9a6-f27e-b35108ce6d94";

    private static readonly DateTimeOffset SentAt = new(2025, 10, 7, 22, 10, 3, TimeSpan.Zero);
    private static readonly Guid One = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Two = Guid.Parse("00000000-0000-0000-0000-000000000002");

    // As the platform writes what Sent() sends, with what a skill brought along.
    private const string Revision = """
        {
          "id": "0199c0de-4412-d9a6-f27e-b35108ce6d94", "created": "2025-10-07T22:10:03Z", "active": false, "description": "D", "instruction": "I", "mode": "agentic",
          "llm_model_id": "00000000-0000-0000-0000-000000000001", "fallback_llm_model_id": null,
          "task_tools": [
            { "id": "00000000-0000-0000-0000-000000000009", "task_id": "00000000-0000-0000-0000-000000000001", "task_revision_id": "00000000-0000-0000-0000-000000000007", "revision_strategy": "pinned", "order": 0 },
            { "task_id": "00000000-0000-0000-0000-000000000002", "revision_strategy": "follow_active", "is_output_formatter": true, "action_mode": "require_approval", "order": 1 }
          ],
          "mcp_servers": [
            { "task_mcp_server_id": "00000000-0000-0000-0000-000000000001", "allowed_tool_ids": ["b", "a"], "default_action_mode": "auto_run", "tool_action_modes": { "a": "require_approval" }, "tool_rejection_behaviors": {} },
            { "task_mcp_server_id": "00000000-0000-0000-0000-000000000005", "provision_source": "skill_capability" }
          ],
          "integrations": [{ "project_integration_id": "00000000-0000-0000-0000-000000000001", "allowed_tool_ids": ["chosen"], "provision_source": "manual" }],
          "skills": [{ "skill_id": "00000000-0000-0000-0000-000000000001", "skill_revision_id": "00000000-0000-0000-0000-000000000002" }, { "skill_id": "00000000-0000-0000-0000-000000000002" }],
          "memory_strategy": "sliding_window", "memory_config": { "max_events": 60 }, "max_turns": 25
        }
        """;

    public static TheoryData<string, string> Differences => new()
    {
        { "active", "true" },
        { "created", "\"2025-10-07T22:10:02.999Z\"" },
        { "description", "null" },
        { "instruction", "\"J\"" },
        { "mode", "\"sequential\"" },
        { "llm_model_id", "null" },
        { "fallback_llm_model_id", "\"00000000-0000-0000-0000-000000000001\"" },
        { "task_tools", "[]" },
        { "task_tools", """[{ "task_id": "00000000-0000-0000-0000-000000000002", "revision_strategy": "follow_active", "is_output_formatter": true, "action_mode": "require_approval" }, { "task_id": "00000000-0000-0000-0000-000000000001" }]""" },
        { "task_tools", """[{ "task_id": "00000000-0000-0000-0000-000000000001" }, { "task_id": "00000000-0000-0000-0000-000000000002", "revision_strategy": "follow_active", "is_output_formatter": true }]""" },
        { "mcp_servers", """[{ "task_mcp_server_id": "00000000-0000-0000-0000-000000000001", "allowed_tool_ids": null, "tool_action_modes": { "a": "require_approval" } }]""" },
        { "mcp_servers", """[{ "task_mcp_server_id": "00000000-0000-0000-0000-000000000001", "allowed_tool_ids": ["a", "b"], "tool_action_modes": { "a": "auto_run" } }]""" },
        { "integrations", "null" },
        { "integrations", """[{ "project_integration_id": "00000000-0000-0000-0000-000000000001", "default_rejection_behavior": "return_rejection_to_model" }]""" },
        { "skills", """[{ "skill_id": "00000000-0000-0000-0000-000000000001", "skill_revision_id": null }, { "skill_id": "00000000-0000-0000-0000-000000000002" }]""" },
        { "memory_strategy", "null" },
        { "memory_config", """{ "max_events": 61 }""" },
        { "max_turns", "null" },
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
    public void Takes_null_for_what_is_missing_or_empty() => Find(
        new UpdateTaskAgentRequest { Description = null, Mode = null, TaskTools = null, Skills = [], MemoryStrategy = null, MemoryConfig = null, MaxTurns = null },
        $$"""{ "id": "{{Made}}", "created": "2025-10-07T22:10:04Z", "mode": "agentic" }""")!.Id.Should().Be(Made);

    [Fact]
    public void Takes_none_when_two_fit_or_one_is_live()
    {
        Find(Sent(), Revision, Revision.Replace(Made, One.ToString(), StringComparison.Ordinal)).Should().BeNull();
        TaskAgent live = Serializers.Read<TaskAgent>($$"""{ "revisions": [{{Revision}}], "active_revision": { "id": "{{Made}}" } }""");
        NewTaskAgentRevision.Find(Sent(), live, SentAt).Should().BeNull();
    }

    private static TaskAgentRevision? Find(UpdateTaskAgentRequest sent, params string[] revisions) =>
        NewTaskAgentRevision.Find(sent, Serializers.Read<TaskAgent>($$"""{ "revisions": [{{string.Join(',', revisions)}}] }"""), SentAt);

    private static UpdateTaskAgentRequest Sent() => new()
    {
        Name = "not looked at",
        Description = "D",
        Instruction = "I",
        Mode = AgentMode.Agentic,
        LlmModelId = One,
        FallbackLlmModelId = null,
        TaskTools = [new() { TaskId = One }, new() { TaskId = Two, RevisionStrategy = RevisionStrategy.FollowActive, IsOutputFormatter = true, ActionMode = ActionMode.RequireApproval }],
        McpServers = [new() { TaskMcpServerId = One, AllowedToolIds = ["a", "b"], ToolActionModes = new Dictionary<ResourceId, ActionMode> { ["a"] = ActionMode.RequireApproval } }],
        Integrations = [new() { ProjectIntegrationId = One }],
        Skills = [new() { SkillId = One, SkillRevisionId = Two }, new() { SkillId = Two }],
        MemoryStrategy = MemoryStrategy.SlidingWindow,
        MemoryConfig = new JsonObject { ["max_events"] = 60 },
        MaxTurns = 25,
    };
}
