using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class AgentUpdateTests : PageTest
{
    private const string Page = "docs/agents.md";

    private static readonly Guid ServerId = Guid.Parse("019b77c2-40d1-f8ae-e35c-6280bd9f1e47");
    private static readonly Guid ToolId = Guid.Parse("019b77c2-4c20-9e3b-7a51-0d9c64f8ab12");
    private static readonly Guid IntegrationId = Guid.Parse("0195d207-41f0-9a7c-0e44-81c0a2b97d53");
    private static readonly Guid SkillId = Guid.Parse("0195d207-5d11-c7f0-b2a8-3e6f90d1c774");
    private static readonly Guid SkillRevisionId = Guid.Parse("0195d207-5e90-417d-88c5-d1b04a2f6e39");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_reads_and_lists_agents()
    {
        FakeTask task = AddTranslate();

        TaskAgent agent = await MakeAsync(Client, task.Id, Platform.ModelId);

        Platform.RequestsFor(FakeOperation.CreateAgent).Single().Text.Should().Be(
            $$"""{"name":"Concierge","instruction":"Help the guests of {hotel}.","llm_model_id":"{{Platform.ModelId}}","task_tools":[{"task_id":"{{task.Id}}"}],"max_turns":20}""");
        Platform.RequestsFor(FakeOperation.ListAgents).Single().Query.Should().Be("?seven_day_summary=true&page_limit=100");
        agent.ActiveRevision!.Id.Should().Be(agent.Revisions.Single().Id);
        agent.Revisions[0].TaskTools.Single().TaskRevisionId.Should().Be(task.Revisions[0].Id, "it is pinned to what was live");
    }

    [Fact]
    public async Task Adds_a_tool_to_those_there_are()
    {
        FakeTask first = AddTranslate();
        FakeTask second = Platform.AddTask("Refund");
        FakeTaskAgent agent = Platform.AddAgent("Concierge", definition => definition.TaskTools.Add(first));

        TaskAgentUpdateResult updated = await AddToolAsync(Client, agent.Id, second.Id);

        updated.Agent.Revisions.Single(revision => revision.Id == updated.NewRevisionId).TaskTools
            .Select(tool => (tool.TaskId, tool.ActionMode)).Should().Equal((first.Id, ActionMode.AutoRun), (second.Id, ActionMode.RequireApproval));
        agent.ActiveRevisionId.Should().Be(agent.Revisions[0].Id, "the new revision is not live yet");
    }

    [Fact]
    public async Task Attaches_servers_integrations_and_skills_as_the_page_shows()
    {
        FakeTaskAgent agent = Platform.AddAgent("Concierge");

        TaskAgentRevision revision = await AttachAsync(Client, agent.Id, ServerId, ToolId, IntegrationId, SkillId, SkillRevisionId);

        Platform.RequestsFor(FakeOperation.UpdateAgent).Single().ReadJson()!.ToJsonString()
            .Should().Be(ShownJson.After(Page, "AgentUpdateTests/agent-attach")!.ToJsonString());
        revision.McpServers.Single().AllowedToolIds.Should().Equal(ToolId);
        revision.Integrations.Single().AllowedToolIds.Should().BeEmpty();
        revision.Skills.Single().SkillRevisionId.Should().Be(new ResourceId(SkillRevisionId.ToString()));
    }

    [Fact]
    public async Task Forgets_by_a_strategy_and_remembers_all_by_null()
    {
        FakeTaskAgent agent = Platform.AddAgent("Concierge");

        await ShortenMemoryAsync(Client, agent.Id);

        Platform.RequestsFor(FakeOperation.UpdateAgent).Select(request => request.Text).Should().Equal(
            """{"memory_strategy":"sliding_window","memory_config":{"max_events":40},"max_turns":20}""",
            """{"memory_strategy":null,"memory_config":null,"max_turns":null}""");
    }

    [Fact]
    public async Task Activation_travels_alone_and_what_can_not_be_is_not_sent()
    {
        FakeTaskAgent agent = Platform.AddAgent("Concierge");
        UpdateTaskAgentRequest[] refused =
        [
            new(),
            new() { ActiveRevisionId = agent.Revisions[0].Id, Name = "Porter" },
            new() { MaxTurns = 501 },
            new() { Name = new string('x', 256) },
            new() { TaskTools = [new TaskToolInput { TaskId = ToolId, IsOutputFormatter = true }, new TaskToolInput { TaskId = SkillId, IsOutputFormatter = true }] },
        ];

        foreach (UpdateTaskAgentRequest request in refused)
        {
            Func<Task> update = () => Client.Agents.UpdateAsync(agent.Id, request, Token);
            await update.Should().ThrowAsync<ArgumentException>();
        }

        Func<Task> rename = () => Client.Agents.UpdateAndActivateAsync(agent.Id, new UpdateTaskAgentRequest { Name = "Porter" }, Token);
        await rename.Should().ThrowAsync<ArgumentException>("a name makes no revision");
        Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_changes_in_place()
    {
        FakeTaskAgent agent = Platform.AddAgent("Concierge");

        TaskAgentUpdateResult updated = await Client.Agents.UpdateAsync(agent.Id, new UpdateTaskAgentRequest { Name = "Porter", TaskAgentRunVisibility = RunVisibility.AllViewers }, Token);

        (updated.Agent.Name, updated.NewRevisionId, updated.NewRevisionCreated, agent.Revisions.Count).Should().Be(("Porter", null, false, 1));
    }

    private static async Task<TaskAgent> MakeAsync(TaskPlatformClient client, Guid taskId, Guid modelId)
    {
        // docs: agent-make
        TaskAgent made = await client.Agents.CreateAsync(new CreateTaskAgentRequest
        {
            Name = "Concierge",
            Instruction = "Help the guests of {hotel}.",
            LlmModelId = modelId,
            TaskTools = [new TaskToolInput { TaskId = taskId }],
            MaxTurns = 20,
        });                                                                                 // live at once

        TaskAgent agent = await client.Agents.GetAsync(made.Id);
        await foreach (TaskAgent each in client.Agents.ListAsync(new ListTaskAgentsRequest { SevenDaySummary = true }))
        {
            Console.WriteLine($"{each.Name}: {each.Revisions.Count} revisions, {each.SevenDaySummary?.RunCount ?? 0} runs in seven days");
        }

        // docs: end
        return agent;
    }

    private static async Task<TaskAgentUpdateResult> AddToolAsync(TaskPlatformClient client, Guid agentId, Guid refundTaskId)
    {
        // docs: agent-add-tool
        TaskAgent agent = await client.Agents.GetAsync(agentId);
        TaskAgentRevision live = agent.Revisions.Single(revision => revision.Id == agent.ActiveRevision?.Id);

        TaskAgentUpdateResult updated = await client.Agents.UpdateAsync(agentId, new UpdateTaskAgentRequest
        {
            TaskTools =
            [
                .. live.TaskTools.Select(tool => new TaskToolInput
                {
                    TaskId = tool.TaskId,
                    TaskRevisionId = tool.TaskRevisionId,
                    RevisionStrategy = tool.RevisionStrategy,
                    IsOutputFormatter = tool.IsOutputFormatter,
                    ActionMode = tool.ActionMode,
                    RejectionBehavior = tool.RejectionBehavior,
                }),
                new TaskToolInput { TaskId = refundTaskId, ActionMode = ActionMode.RequireApproval },
            ],
        });

        // docs: end
        return updated;
    }

    private static async Task<TaskAgentRevision> AttachAsync(TaskPlatformClient client, Guid agentId, Guid serverId, Guid toolId, Guid integrationId, Guid skillId, Guid skillRevisionId)
    {
        // docs: agent-attach
        TaskAgentUpdateResult updated = await client.Agents.UpdateAsync(agentId, new UpdateTaskAgentRequest
        {
            McpServers =
            [
                new McpServerInput
                {
                    TaskMcpServerId = serverId,
                    AllowedToolIds = [toolId],                                              // this one and no other
                    ToolActionModes = new Dictionary<ResourceId, ActionMode> { [toolId] = ActionMode.RequireApproval },
                },
            ],
            Integrations = [new IntegrationInput { ProjectIntegrationId = integrationId, AllowedToolIds = [] }],     // none of its tools
            Skills = [new SkillInput { SkillId = skillId, SkillRevisionId = skillRevisionId }],
        });

        // docs: end
        return updated.Agent.Revisions.Single(revision => revision.Id == updated.NewRevisionId);
    }

    private static async Task ShortenMemoryAsync(TaskPlatformClient client, Guid agentId)
    {
        // docs: agent-memory
        await client.Agents.UpdateAsync(agentId, new UpdateTaskAgentRequest
        {
            MemoryStrategy = MemoryStrategy.SlidingWindow,
            MemoryConfig = new JsonObject { ["max_events"] = 40 },
            MaxTurns = 20,
        });

        await client.Agents.UpdateAsync(agentId, new UpdateTaskAgentRequest { MemoryStrategy = null, MemoryConfig = null, MaxTurns = null });   // all of it, no limit

        // docs: end
    }
}
