using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeAgentUpdateTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask grade;
    private readonly FakeTask rewrite;
    private readonly FakeTaskAgent agent;
    private readonly WireClient wire;

    public FakeAgentUpdateTests()
    {
        wire = new WireClient(platform);
        grade = platform.AddTask("Grade");
        rewrite = platform.AddTask("Rewrite", t => t.Modality = "text");
        agent = platform.AddAgent("Claims desk", a => a.TaskTools.Add(grade));
    }

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Refuses_a_key_it_does_not_know()
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, """{"colour":"red","max_turns":5}""");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal("body.colour extra_forbidden");
        agent.Revisions.Should().ContainSingle();
    }

    [Fact]
    public async Task Changes_the_name_in_place()
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, """{"name":"Front desk","task_agent_run_visibility":"all_viewers"}""");

        answer.Headers["X-New-Revision-created"].Should().Be("false");
        agent.Name.Should().Be("Front desk");
        answer.Json["task_agent_run_visibility"]!.ToString().Should().Be("all_viewers");
    }

    [Fact]
    public async Task Makes_one_inactive_revision_of_all_other_keys()
    {
        WireAnswer answer = await wire.UpdateAgentAsync(
            agent, """{"instruction":"Be kind.","max_turns":20,"memory_strategy":"sliding_window","memory_config":{"max_events":60}}""");

        answer.Headers["X-New-Revision-created"].Should().Be("true");
        answer.Headers["X-New-Revision-ID"].Should().Be(agent.Revisions[1].Id.ToString());
        agent.ActiveRevisionId.Should().Be(agent.Revisions[0].Id);
        JsonObject made = agent.Revisions[1].ToJson();
        made["instruction"]!.ToString().Should().Be("Be kind.");
        made["max_turns"]!.GetValue<int>().Should().Be(20);
        made["active"]!.GetValue<bool>().Should().BeFalse();
        made["task_tools"]!.AsArray().Should().ContainSingle("an absent list is kept");
    }

    [Fact]
    public async Task Replaces_a_list_whole_and_in_order()
    {
        await wire.UpdateAgentAsync(agent, $$"""{"task_tools":[{"task_id":"{{rewrite.Id}}"},{"task_id":"{{grade.Id}}","revision_strategy":"follow_active"}]}""");

        JsonArray tools = agent.Revisions[1].ToJson()["task_tools"]!.AsArray();
        tools.Select(tool => tool!["task_name"]!.ToString()).Should().Equal("Rewrite", "Grade");
        tools.Select(tool => tool!["order"]!.GetValue<int>()).Should().Equal(0, 1);
        tools[0]!["task_revision_id"]!.ToString().Should().Be(rewrite.Revisions[0].Id.ToString(), "a pinned tool keeps the revision that is live now");
        tools[1]!["task_revision_id"].Should().BeNull();
    }

    [Fact]
    public async Task Empties_a_list()
    {
        await wire.UpdateAgentAsync(agent, """{"task_tools":[]}""");

        agent.Revisions[1].ToJson()["task_tools"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Keeps_null_and_an_empty_list_of_allowed_tools_apart()
    {
        Guid server = Guid.NewGuid();

        await wire.UpdateAgentAsync(
            agent,
            $$"""{"mcp_servers":[{"task_mcp_server_id":"{{server}}","allowed_tool_ids":null},{"task_mcp_server_id":"{{server}}","allowed_tool_ids":[]}]}""");

        JsonArray servers = agent.Revisions[1].ToJson()["mcp_servers"]!.AsArray();
        servers[0]!["allowed_tool_ids"].Should().BeNull();
        servers[1]!["allowed_tool_ids"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Makes_a_revision_live()
    {
        await wire.UpdateAgentAsync(agent, """{"max_turns":3}""");
        Guid second = agent.Revisions[1].Id;

        WireAnswer answer = await wire.UpdateAgentAsync(agent, $$"""{"active_revision_id":"{{second}}"}""");

        agent.ActiveRevisionId.Should().Be(second);
        answer.Json["active_revision"]!["id"]!.ToString().Should().Be(second.ToString());
        answer.Json["active_revision"]!.AsObject().Select(field => field.Key).Should().Equal("id", "task_agent_id", "created", "modified");
    }

    [Fact]
    public async Task Leaves_nothing_live_after_a_null()
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, """{"active_revision_id":null}""");

        agent.ActiveRevisionId.Should().BeNull();
        answer.Json.AsObject().ContainsKey("active_revision").Should().BeTrue();
        answer.Json["active_revision"].Should().BeNull();
    }

    [Fact]
    public async Task Does_not_find_a_revision_it_does_not_have()
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, $$"""{"active_revision_id":"{{Guid.NewGuid()}}"}""");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Reason.Should().Be("TASK_AGENT_REVISION_NOT_FOUND");
        agent.ActiveRevisionId.Should().Be(agent.Revisions[0].Id);
    }

    [Theory]
    [InlineData("name", "\"x\"")]
    [InlineData("max_turns", "3")]
    public async Task Refuses_activation_beside_any_other_key(string key, string value)
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, $$"""{"active_revision_id":"{{agent.Revisions[0].Id}}","{{key}}":{{value}}}""");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal("body.active_revision_id value_error");
    }

    [Theory]
    [InlineData("""{"max_turns":501}""", "body.max_turns less_than_equal")]
    [InlineData("""{"max_turns":0}""", "body.max_turns greater_than_equal")]
    [InlineData("""{"max_turns":1.5}""", "body.max_turns int_type")]
    [InlineData("""{"mode":"chatty"}""", "body.mode literal_error")]
    [InlineData("""{"task_tools":[{"task_id":"abc"}]}""", "body.task_tools.0.task_id uuid_parsing")]
    [InlineData("""{"skills":[{}]}""", "body.skills.0.skill_id missing")]
    [InlineData("""{"memory_strategy":"compaction"}""", "body.memory_config value_error")]
    [InlineData("""{"mode":"sequential"}""", "body.mode value_error")]
    public async Task Refuses_a_value_that_does_not_fit_and_says_where(string body, string issue)
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, body);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal(issue);
        agent.Revisions.Should().ContainSingle();
    }

    [Fact]
    public async Task Refuses_two_output_formatters()
    {
        string tool = $$"""{"task_id":"{{grade.Id}}","is_output_formatter":true}""";

        (await wire.UpdateAgentAsync(agent, $$"""{"task_tools":[{{tool}},{{tool}}]}""")).Issues.Should().Equal("body.task_tools value_error");
    }

    [Fact]
    public async Task Refuses_an_output_formatter_that_is_not_of_modality_json()
    {
        WireAnswer answer = await wire.UpdateAgentAsync(agent, $$"""{"task_tools":[{"task_id":"{{rewrite.Id}}","is_output_formatter":true}]}""");

        answer.Issues.Should().Equal("body.task_tools value_error");
    }
}
