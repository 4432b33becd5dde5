using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

public sealed class AgentAnswerTests
{
    private readonly TaskAgent agent = Serializers.Read<TaskAgent>(AgentAnswers.Complete);

    private TaskAgentRevision Revision => agent.Revisions.Should().ContainSingle().Subject;

    [Fact]
    public void Reads_every_key_of_an_agent()
    {
        agent.Id.Should().Be("0198a1b2-77cf-e5d4-d310-96b0ec2f48a7");
        agent.Name.Should().Be("Berry desk");
        agent.TaskAgentRunVisibility.Should().Be(RunVisibility.AllViewers);
        agent.IsDeleted.Should().BeTrue();
        agent.SharedWithProject.Should().BeTrue();
        agent.Created.Should().Be(new DateTimeOffset(2025, 8, 13, 7, 44, 51, 208, 815, TimeSpan.Zero));
        agent.Modified.Should().Be(new DateTimeOffset(2025, 10, 7, 22, 10, 3, TimeSpan.Zero));
        agent.ActiveRevision!.Id.Should().Be("0198a1b2-7810-c2fb-e6a9-1d84f05ce37b");
        agent.ActiveRevision.TaskAgentId.Should().Be(agent.Id);
        agent.ActiveRevision.Created.Should().Be(new DateTimeOffset(2025, 8, 13, 7, 44, 51, TimeSpan.Zero));
        agent.ActiveRevision.Modified.Should().BeNull();
        agent.ActiveRevision.AdditionalFields!["label"].GetString().Should().Be("spring");
        agent.SevenDaySummary!.RunCount.Should().Be(41);
        agent.SevenDaySummary.AverageChargedCredits.Should().Be(6.75m);
        agent.SevenDaySummary.AverageChargedCreditsText.Should().Be("6.75");
        agent.SevenDaySummary.AverageDurationMs.Should().Be(8120.5);
        agent.AdditionalFields.Should().BeNull();
    }

    [Fact]
    public void Reads_every_key_of_a_revision()
    {
        Revision.Id.Should().Be("0199c0de-4412-d9a6-f27e-b35108ce6d94");
        Revision.TaskAgentId.Should().Be(agent.Id);
        Revision.Description.Should().Be("Answers pickers.");
        Revision.Instruction.Should().Be("Grade first.");
        Revision.Mode.Should().Be(AgentMode.Sequential);
        Revision.LlmModelId.Should().Be(Revision.LlmModel!.Id);
        Revision.LlmModel.Name.Should().Be("heron-2");
        Revision.FallbackLlmModelId.Should().Be(Revision.FallbackLlmModel!.Id);
        Revision.FallbackLlmModel.Name.Should().Be("kestrel-mini");
        Revision.RegisteredTools.Should().ContainSingle().Which.GetProperty("name").GetString().Should().Be("t");
        Revision.Tags.Should().ContainSingle().Which.EntityType.Should().Be(TagEntityType.TaskAgentRevision);
        Revision.MemoryStrategy.Should().Be(MemoryStrategy.SlidingWindow);
        Revision.MemoryConfig!.Value.GetProperty("max_events").GetInt32().Should().Be(60);
        Revision.MaxTurns.Should().Be(25);
        Revision.Active.Should().BeTrue();
        Revision.Created.Should().Be(new DateTimeOffset(2025, 10, 7, 22, 10, 3, TimeSpan.Zero));
        Revision.Modified.Should().Be(new DateTimeOffset(2025, 10, 7, 22, 10, 4, 500, TimeSpan.Zero));
        Revision.AdditionalFields.Should().BeNull();
    }

    [Fact]
    public void Reads_every_key_of_a_task_tool() => Revision.TaskTools.Should().Equal(new TaskTool
    {
        Id = Guid.Parse("0198a1b2-78d2-f0e9-c75b-42ad6f8013ec"),
        TaskId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa"),
        TaskRevisionId = Guid.Parse("0195d207-3301-e94e-d17b-20c6b95df401"),
        RevisionStrategy = RevisionStrategy.FollowActive,
        TaskName = "Berry Sorter",
        Order = 0,
        Enabled = true,
        IsOutputFormatter = true,
        ActionMode = ActionMode.RequireApproval,
        RejectionBehavior = RejectionBehavior.ReturnRejectionToModel,
    });

    [Fact]
    public void Reads_every_key_of_an_mcp_server()
    {
        McpServerAttachment server = Revision.McpServers.Should().ContainSingle().Subject;
        server.Id.Should().Be(Guid.Parse("0199c0de-44a0-e3f7-d5c8-90b6e21f7da3"));
        server.TaskMcpServerId.Should().Be("019b77b0-9c46-e2d7-f05a-1fd3c68e40b9");
        server.TaskMcpServerName.Should().Be("Calendar");
        server.Order.Should().Be(1);
        server.Enabled.Should().BeFalse();
        server.AllowedToolIds.Should().Equal("019b77c2-40d1-f8ae-e35c-6280bd9f1e47");
        server.DefaultActionMode.Should().Be(ActionMode.RequireApproval);
        server.DefaultRejectionBehavior.Should().Be(RejectionBehavior.ReturnRejectionToModel);
        server.ToolActionModes[Guid.Parse("019b77c2-40d1-f8ae-e35c-6280bd9f1e47")].Should().Be(ActionMode.AutoRun);
        server.ToolRejectionBehaviors["list_days"].Should().Be(RejectionBehavior.EndRun);
        server.ProvisionSource.Should().Be(ProvisionSource.Manual);
        server.SourceSkillId.Should().BeNull();
        server.SourceSkillRevisionId.Should().Be((ResourceId)"r");
        server.SourceCapabilityId.Should().Be((ResourceId)"c");
        server.ToolCount.Should().Be(1);
    }

    [Fact]
    public void Reads_every_key_of_an_integration()
    {
        IntegrationAttachment integration = Revision.Integrations.Should().ContainSingle().Subject;
        integration.Id.Should().Be(Guid.Parse("0199c0de-4511-c6b2-f93e-5a07d48be1c0"));
        integration.ProjectIntegrationId.Should().Be("019b8104-d7e3-c9f5-e2b6-704a5cd81f93");
        integration.IntegrationType.Should().Be(IntegrationType.GoogleSheets);
        integration.IntegrationName.Should().Be("Sheet");
        integration.Order.Should().Be(2);
        integration.Enabled.Should().BeTrue();
        integration.AllowedToolIds.Should().NotBeNull().And.BeEmpty();
        integration.DefaultActionMode.Should().Be(ActionMode.AutoRun);
        integration.DefaultRejectionBehavior.Should().Be(RejectionBehavior.EndRun);
        integration.ToolActionModes.Should().BeEmpty();
        integration.ToolRejectionBehaviors["t"].Value.Should().Be("later");
        integration.ProvisionSource.Should().Be(ProvisionSource.SkillCapability);
        integration.SourceSkillId.Should().Be((ResourceId)"019b8a51-2e0f-f4c8-d69d-b1e7358ca062");
        integration.SourceSkillRevisionId.Should().BeNull();
        integration.SourceCapabilityId.Should().BeNull();
        integration.ToolCount.Should().Be(3);
    }

    [Fact]
    public void Reads_every_key_of_a_skill() => Revision.Skills.Should().Equal(new SkillAttachment
    {
        Id = Guid.Parse("0199c0de-4583-f8d0-e14b-c7f2396a5be8"),
        SkillId = Guid.Parse("019b8a51-2e0f-f4c8-d69d-b1e7358ca062"),
        SkillSlug = "manners",
        SkillDisplayName = "Manners",
        SkillRevisionId = "019b8a51-0000-f4c8-d69d-b1e7358ca062",
        Order = 3,
        Enabled = true,
    });

    [Fact]
    public void Reads_an_agent_with_nothing_active()
    {
        TaskAgent draft = Serializers.Read<TaskAgent>(AgentAnswers.NothingActive);

        draft.ActiveRevision.Should().BeNull();
        draft.Revisions.Should().BeEmpty();
        draft.Modified.Should().Be(new DateTimeOffset(2025, 8, 28, 13, 2, 17, 0, 450, TimeSpan.Zero));
    }

    [Fact]
    public void Fills_in_the_platforms_defaults()
    {
        TaskAgent sequential = Serializers.Read<TaskAgent>(AgentAnswers.Sequential);

        sequential.TaskAgentRunVisibility.Should().Be(RunVisibility.OwnerOnly);
        TaskAgentRevision revision = sequential.Revisions[0];
        revision.MemoryStrategy.Should().BeNull();
        revision.MaxTurns.Should().BeNull();
        revision.TaskTools.Should().HaveCount(2);
        TaskTool tool = revision.TaskTools[1];
        tool.RevisionStrategy.Should().Be(RevisionStrategy.Pinned);
        tool.ActionMode.Should().Be(ActionMode.AutoRun);
        tool.RejectionBehavior.Should().Be(RejectionBehavior.EndRun);
        tool.IsOutputFormatter.Should().BeFalse();
        tool.Enabled.Should().BeNull();
        Serializers.Read<TaskAgentRevision>("{}").Mode.Should().Be(AgentMode.Agentic);
        Serializers.Read<McpServerAttachment>("{}").AllowedToolIds.Should().BeNull();
    }

    [Fact]
    public void Keeps_words_and_keys_it_does_not_know_and_writes_them_back()
    {
        TaskAgent future = Serializers.Read<TaskAgent>(AgentAnswers.Future);
        future.TaskAgentRunVisibility.Value.Should().Be("project_members");
        future.Revisions[0].Mode.Value.Should().Be("supervised");
        future.Revisions[0].MemoryStrategy!.Value.Value.Should().Be("semantic");
        future.Revisions[0].TaskTools[0].RevisionStrategy.Value.Should().Be("canary");
        future.Created.Should().Be(new DateTimeOffset(2025, 8, 13, 7, 44, 51, 208, 815, TimeSpan.Zero));

        using var written = JsonDocument.Parse(Serializers.Write(future));
        written.RootElement.GetProperty("owner").GetProperty("id").GetString().Should().Be("0192f3a4-9b21-d6e7-fa08-c41d35be9027");
        written.RootElement.GetProperty("active_revision").GetProperty("label").GetString().Should().Be("spring");
        JsonElement tool = written.RootElement.GetProperty("revisions")[0].GetProperty("task_tools")[0];
        tool.GetProperty("action_mode").GetString().Should().Be("dry_run");
        tool.GetProperty("budget").GetInt32().Should().Be(3);
    }

    [Fact]
    public void Writes_back_what_it_read()
    {
        string written = Serializers.Write(agent);

        Serializers.Write(Serializers.Read<TaskAgent>(written)).Should().Be(written);
        written.Should().Contain("\"019b77c2-40d1-f8ae-e35c-6280bd9f1e47\":\"auto_run\"").And.Contain("\"average_charged_credits\":\"6.75\"");
    }

    [Fact]
    public void Prints_no_instruction() =>
        $"{agent} {Revision}".Should().Contain(agent.Id.ToString()).And.NotContainAny("Grade first", "Answers pickers", "max_events");
}
