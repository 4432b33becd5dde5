using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

public sealed class UpdateTaskAgentRequestJsonTests
{
    private static readonly Guid One = Guid.Parse("00000000-0000-0000-0000-000000000001");

    public static TheoryData<string> Cases => [.. UpdateTaskAgentRequestCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sends_exactly_what_is_set_through_every_serializer(string name)
    {
        (UpdateTaskAgentRequest request, string body) = UpdateTaskAgentRequestCases.All[name];
        ByteTable.Check(request, body);
    }

    [Fact]
    public void Sends_every_member_in_one_body() => ByteTable.Check(
        Everything(),
        """
        {"name":"N","description":"D","instruction":"I","mode":"agentic","llm_model_id":"00000000-0000-0000-0000-000000000001","fallback_llm_model_id":"00000000-0000-0000-0000-000000000001","task_tools":[{"task_id":"00000000-0000-0000-0000-000000000001"}],"mcp_servers":[{"task_mcp_server_id":"00000000-0000-0000-0000-000000000001"}],"integrations":[{"project_integration_id":"00000000-0000-0000-0000-000000000001"}],"skills":[{"skill_id":"00000000-0000-0000-0000-000000000001"}],"memory_strategy":"compaction","memory_config":{"token_threshold":30000,"event_retention_size":20},"max_turns":500,"task_agent_run_visibility":"all_viewers","active_revision_id":"00000000-0000-0000-0000-000000000001"}
        """);

    [Fact]
    public void Sends_null_for_every_member() => ByteTable.Check(
        new UpdateTaskAgentRequest
        {
            Name = null,
            Description = null,
            Instruction = null,
            Mode = null,
            LlmModelId = null,
            FallbackLlmModelId = null,
            TaskTools = null,
            McpServers = null,
            Integrations = null,
            Skills = null,
            MemoryStrategy = null,
            MemoryConfig = null,
            MaxTurns = null,
            TaskAgentRunVisibility = null,
            ActiveRevisionId = null,
        },
        """
        {"name":null,"description":null,"instruction":null,"mode":null,"llm_model_id":null,"fallback_llm_model_id":null,"task_tools":null,"mcp_servers":null,"integrations":null,"skills":null,"memory_strategy":null,"memory_config":null,"max_turns":null,"task_agent_run_visibility":null,"active_revision_id":null}
        """);

    [Fact]
    public void Prints_which_keys_are_sent_and_nothing_they_hold() =>
        (Everything() with { Instruction = "secret" }).ToString().Should().Contain("instruction").And.NotContain("secret");

    private static UpdateTaskAgentRequest Everything() => new()
    {
        Name = "N",
        Description = "D",
        Instruction = "I",
        Mode = AgentMode.Agentic,
        LlmModelId = One,
        FallbackLlmModelId = One,
        TaskTools = [new() { TaskId = One }],
        McpServers = [new() { TaskMcpServerId = One }],
        Integrations = [new() { ProjectIntegrationId = One }],
        Skills = [new() { SkillId = One }],
        MemoryStrategy = MemoryStrategy.Compaction,
        MemoryConfig = new JsonObject { ["token_threshold"] = 30000, ["event_retention_size"] = 20 },
        MaxTurns = 500,
        TaskAgentRunVisibility = RunVisibility.AllViewers,
        ActiveRevisionId = One,
    };
}
