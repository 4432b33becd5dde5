using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Agents;

/// <summary>Each member of an update in each of its states, and the exact body it must become.</summary>
internal static class UpdateTaskAgentRequestCases
{
    private static readonly Guid Id = Guid.Parse("0198a1b2-77cf-e5d4-d310-96b0ec2f48a7");

    internal static readonly IReadOnlyDictionary<string, (UpdateTaskAgentRequest Request, string Body)> All = new Dictionary<string, (UpdateTaskAgentRequest, string)>(StringComparer.Ordinal)
    {
        ["nothing"] = (new(), "{}"),
        ["name: value"] = (new() { Name = "Claims desk" }, """{"name":"Claims desk"}"""),
        ["name: null"] = (new() { Name = null }, """{"name":null}"""),
        ["description: value"] = (new() { Description = "" }, """{"description":""}"""),
        ["description: null"] = (new() { Description = null }, """{"description":null}"""),
        ["instruction: value"] = (new() { Instruction = "Be {brief}." }, """{"instruction":"Be {brief}."}"""),
        ["instruction: null"] = (new() { Instruction = null }, """{"instruction":null}"""),
        ["mode: value"] = (new() { Mode = AgentMode.Sequential }, """{"mode":"sequential"}"""),
        ["mode: null"] = (new() { Mode = null }, """{"mode":null}"""),
        ["llm_model_id: value"] = (new() { LlmModelId = Id }, """{"llm_model_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"}"""),
        ["llm_model_id: null"] = (new() { LlmModelId = null }, """{"llm_model_id":null}"""),
        ["fallback_llm_model_id: value"] = (new() { FallbackLlmModelId = Id }, """{"fallback_llm_model_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"}"""),
        ["fallback_llm_model_id: null"] = (new() { FallbackLlmModelId = null }, """{"fallback_llm_model_id":null}"""),
        ["task_tools: value"] = (
            new()
            {
                TaskTools =
                [
                    new() { TaskId = Id },
                    new()
                    {
                        TaskId = Id, TaskRevisionId = Id, RevisionStrategy = RevisionStrategy.FollowActive, IsOutputFormatter = false,
                        ActionMode = ActionMode.RequireApproval, RejectionBehavior = RejectionBehavior.ReturnRejectionToModel,
                    },
                ],
            },
            """{"task_tools":[{"task_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"},{"task_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","task_revision_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","revision_strategy":"follow_active","is_output_formatter":false,"action_mode":"require_approval","rejection_behavior":"return_rejection_to_model"}]}"""),
        ["task_tools: []"] = (new() { TaskTools = [] }, """{"task_tools":[]}"""),
        ["task_tools: null"] = (new() { TaskTools = null }, """{"task_tools":null}"""),
        ["mcp_servers: value"] = (
            new()
            {
                McpServers =
                [
                    new() { TaskMcpServerId = Id, AllowedToolIds = [] },
                    new()
                    {
                        TaskMcpServerId = Id, AllowedToolIds = [Id, "tool-name"], DefaultActionMode = ActionMode.AutoRun, DefaultRejectionBehavior = RejectionBehavior.EndRun,
                        ToolActionModes = new Dictionary<ResourceId, ActionMode> { [Id] = ActionMode.RequireApproval },
                        ToolRejectionBehaviors = new Dictionary<ResourceId, RejectionBehavior> { ["Tool Name"] = new("later") },
                    },
                ],
            },
            """{"mcp_servers":[{"task_mcp_server_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","allowed_tool_ids":[]},{"task_mcp_server_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","allowed_tool_ids":["0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","tool-name"],"default_action_mode":"auto_run","default_rejection_behavior":"end_run","tool_action_modes":{"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7":"require_approval"},"tool_rejection_behaviors":{"Tool Name":"later"}}]}"""),
        ["mcp_servers: []"] = (new() { McpServers = [] }, """{"mcp_servers":[]}"""),
        ["mcp_servers: null"] = (new() { McpServers = null }, """{"mcp_servers":null}"""),
        ["integrations: value"] = (
            new()
            {
                Integrations =
                [
                    new() { ProjectIntegrationId = Id, AllowedToolIds = null },
                    new()
                    {
                        ProjectIntegrationId = Id, AllowedToolIds = ["t"], DefaultActionMode = ActionMode.RequireApproval, DefaultRejectionBehavior = RejectionBehavior.ReturnRejectionToModel,
                        ToolActionModes = new Dictionary<ResourceId, ActionMode>(),
                        ToolRejectionBehaviors = new Dictionary<ResourceId, RejectionBehavior> { ["t"] = RejectionBehavior.EndRun },
                    },
                ],
            },
            """{"integrations":[{"project_integration_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"},{"project_integration_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","allowed_tool_ids":["t"],"default_action_mode":"require_approval","default_rejection_behavior":"return_rejection_to_model","tool_action_modes":{},"tool_rejection_behaviors":{"t":"end_run"}}]}"""),
        ["integrations: []"] = (new() { Integrations = [] }, """{"integrations":[]}"""),
        ["integrations: null"] = (new() { Integrations = null }, """{"integrations":null}"""),
        ["skills: value"] = (
            new() { Skills = [new() { SkillId = Id }, new() { SkillId = Id, SkillRevisionId = Id }] },
            """{"skills":[{"skill_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"},{"skill_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7","skill_revision_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"}]}"""),
        ["skills: []"] = (new() { Skills = [] }, """{"skills":[]}"""),
        ["skills: null"] = (new() { Skills = null }, """{"skills":null}"""),
        ["memory_strategy: value"] = (new() { MemoryStrategy = MemoryStrategy.SlidingWindow }, """{"memory_strategy":"sliding_window"}"""),
        ["memory_strategy: null"] = (new() { MemoryStrategy = null }, """{"memory_strategy":null}"""),
        ["memory_config: value"] = (new() { MemoryConfig = new JsonObject { ["max_events"] = 60 } }, """{"memory_config":{"max_events":60}}"""),
        ["memory_config: null"] = (new() { MemoryConfig = null }, """{"memory_config":null}"""),
        ["max_turns: value"] = (new() { MaxTurns = 25 }, """{"max_turns":25}"""),
        ["max_turns: 0"] = (new() { MaxTurns = 0 }, """{"max_turns":0}"""),
        ["max_turns: null"] = (new() { MaxTurns = null }, """{"max_turns":null}"""),
        ["task_agent_run_visibility: value"] = (new() { TaskAgentRunVisibility = RunVisibility.OwnerOnly }, """{"task_agent_run_visibility":"owner_only"}"""),
        ["task_agent_run_visibility: null"] = (new() { TaskAgentRunVisibility = null }, """{"task_agent_run_visibility":null}"""),
        ["active_revision_id: value"] = (new() { ActiveRevisionId = Id }, """{"active_revision_id":"0198a1b2-77cf-e5d4-d310-96b0ec2f48a7"}"""),
        ["active_revision_id: null"] = (new() { ActiveRevisionId = null }, """{"active_revision_id":null}"""),
    };
}
