using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Tasks;

/// <summary>Each member of an update in each of its states, and the exact body it must become.</summary>
internal static class UpdateTaskRequestCases
{
    private static readonly Guid Id = Guid.Parse("0195d207-3301-e94e-d17b-20c6b95df401");

    internal static readonly IReadOnlyDictionary<string, (UpdateTaskRequest Request, string Body)> All = new Dictionary<string, (UpdateTaskRequest, string)>(StringComparer.Ordinal)
    {
        ["nothing"] = (new(), "{}"),
        ["name: value"] = (new() { Name = "Parcel Triage-2" }, """{"name":"Parcel Triage-2"}"""),
        ["name: null"] = (new() { Name = null }, """{"name":null}"""),
        ["name: empty"] = (new() { Name = "" }, """{"name":""}"""),
        ["description: value"] = (new() { Description = "q\"<é>\n" }, """{"description":"q\u0022\u003C\u00E9\u003E\n"}"""),
        ["description: null"] = (new() { Description = null }, """{"description":null}"""),
        ["enabled: value"] = (new() { Enabled = true }, """{"enabled":true}"""),
        ["enabled: false"] = (new() { Enabled = false }, """{"enabled":false}"""),
        ["enabled: null"] = (new() { Enabled = null }, """{"enabled":null}"""),
        ["exposed_to_agents: value"] = (new() { ExposedToAgents = true }, """{"exposed_to_agents":true}"""),
        ["exposed_to_agents: false"] = (new() { ExposedToAgents = false }, """{"exposed_to_agents":false}"""),
        ["exposed_to_agents: null"] = (new() { ExposedToAgents = null }, """{"exposed_to_agents":null}"""),
        ["task_run_visibility: value"] = (new() { TaskRunVisibility = RunVisibility.AllViewers }, """{"task_run_visibility":"all_viewers"}"""),
        ["task_run_visibility: null"] = (new() { TaskRunVisibility = null }, """{"task_run_visibility":null}"""),
        ["active_revisions: value"] = (
            new() { ActiveRevisions = [new(Id, 0.9), new(Guid.Empty, 0), new() { TaskRevisionId = Id }] },
            """{"active_revisions":[{"task_revision_id":"0195d207-3301-e94e-d17b-20c6b95df401","weight":0.9},{"task_revision_id":"00000000-0000-0000-0000-000000000000","weight":0},{"task_revision_id":"0195d207-3301-e94e-d17b-20c6b95df401"}]}"""),
        ["active_revisions: []"] = (new() { ActiveRevisions = [] }, """{"active_revisions":[]}"""),
        ["active_revisions: null"] = (new() { ActiveRevisions = null }, """{"active_revisions":null}"""),
        ["tags: value"] = (new() { Tags = [Id, "old tag"] }, """{"tags":["0195d207-3301-e94e-d17b-20c6b95df401","old tag"]}"""),
        ["tags: []"] = (new() { Tags = [] }, """{"tags":[]}"""),
        ["tags: null"] = (new() { Tags = null }, """{"tags":null}"""),
        ["revision_tags: value"] = (new() { RevisionTags = ["a"] }, """{"revision_tags":["a"]}"""),
        ["revision_tags: []"] = (new() { RevisionTags = [] }, """{"revision_tags":[]}"""),
        ["revision_tags: null"] = (new() { RevisionTags = null }, """{"revision_tags":null}"""),
        ["system_prompt: value"] = (new() { SystemPrompt = "You grade." }, """{"system_prompt":"You grade."}"""),
        ["system_prompt: null"] = (new() { SystemPrompt = null }, """{"system_prompt":null}"""),
        ["user_prompt: value"] = (new() { UserPrompt = "{a} and {{b}}" }, """{"user_prompt":"{a} and {{b}}"}"""),
        ["user_prompt: null"] = (new() { UserPrompt = null }, """{"user_prompt":null}"""),
        ["llm_model_id: value"] = (new() { LlmModelId = Id }, """{"llm_model_id":"0195d207-3301-e94e-d17b-20c6b95df401"}"""),
        ["llm_model_id: null"] = (new() { LlmModelId = null }, """{"llm_model_id":null}"""),
        ["llm_config: value"] = (
            new() { LlmConfig = new JsonObject { ["temperature"] = 0.2, ["MaxTokens"] = 0, ["stop"] = null, ["seed"] = JsonNode.Parse("1.50") } },
            """{"llm_config":{"temperature":0.2,"MaxTokens":0,"stop":null,"seed":1.50}}"""),
        ["llm_config: {}"] = (new() { LlmConfig = new JsonObject() }, """{"llm_config":{}}"""),
        ["llm_config: null"] = (new() { LlmConfig = null }, """{"llm_config":null}"""),
        ["output_format: value"] = (new() { OutputFormat = Format() }, $$"""{"output_format":{{FormatText}}}"""),
        ["output_format: {}"] = (new() { OutputFormat = new OutputFormat() }, """{"output_format":{}}"""),
        ["output_format: null"] = (new() { OutputFormat = null }, """{"output_format":null}"""),
        ["task_forwarder_id: value"] = (new() { TaskForwarderId = Id }, """{"task_forwarder_id":"0195d207-3301-e94e-d17b-20c6b95df401"}"""),
        ["task_forwarder_id: null"] = (new() { TaskForwarderId = null }, """{"task_forwarder_id":null}"""),
        ["rag: value"] = (
            new() { Rag = new RagSettings(Id, new RagConfig { RewriteMode = RagRewriteMode.MultiQuery, CandidateK = 20, FinalK = 6, IncludeSources = false, MaxContextTokens = 256, MaxContextChunks = 1, ContextInstruction = "Prices only." }) },
            """{"rag":{"collection_id":"0195d207-3301-e94e-d17b-20c6b95df401","rag_config":{"rewrite_mode":"multi_query","candidate_k":20,"final_k":6,"include_sources":false,"max_context_tokens":256,"max_context_chunks":1,"context_instruction":"Prices only."}}}"""),
        ["rag: least"] = (new() { Rag = new RagSettings { CollectionId = "c" } }, """{"rag":{"collection_id":"c"}}"""),
        ["rag: null"] = (new() { Rag = null }, """{"rag":null}"""),
        ["file_input_mode: value"] = (new() { FileInputMode = FileInputMode.ImageOrPdf }, """{"file_input_mode":"image_or_pdf"}"""),
        ["file_input_mode: null"] = (new() { FileInputMode = null }, """{"file_input_mode":null}"""),
        ["annotation: value"] = (new() { Annotation = "😀" }, """{"annotation":"\uD83D\uDE00"}"""),
        ["annotation: null"] = (new() { Annotation = null }, """{"annotation":null}"""),
        ["test: value"] = (new() { Test = true }, """{"test":true}"""),
        ["test: false"] = (new() { Test = false }, """{"test":false}"""),
        ["input_processors: value"] = (
            new() { InputProcessors = [new("page", InputProcessorKind.UrlFetcher) { Config = new JsonObject { ["max_length"] = 0 } }, new("doc", new("later"))] },
            """{"input_processors":[{"param_name":"page","input_processor":"url_fetcher","config":{"max_length":0}},{"param_name":"doc","input_processor":"later"}]}"""),
        ["input_processors: []"] = (new() { InputProcessors = [] }, """{"input_processors":[]}"""),
        ["optimise_images: value"] = (new() { OptimiseImages = true }, """{"optimise_images":true}"""),
        ["optimise_images: false"] = (new() { OptimiseImages = false }, """{"optimise_images":false}"""),
        ["optimise_images: null"] = (new() { OptimiseImages = null }, """{"optimise_images":null}"""),
        ["fallback_llm_model_id: value"] = (new() { FallbackLlmModelId = Guid.Empty }, """{"fallback_llm_model_id":"00000000-0000-0000-0000-000000000000"}"""),
        ["fallback_llm_model_id: null"] = (new() { FallbackLlmModelId = null }, """{"fallback_llm_model_id":null}"""),
        ["fallback_llm_config: value"] = (new() { FallbackLlmConfig = new JsonObject { ["top_p"] = 1 } }, """{"fallback_llm_config":{"top_p":1}}"""),
        ["fallback_llm_config: null"] = (new() { FallbackLlmConfig = null }, """{"fallback_llm_config":null}"""),
        ["tool_choice: value"] = (new() { ToolChoice = ToolChoice.Required }, """{"tool_choice":"required"}"""),
        ["tool_choice: null"] = (new() { ToolChoice = null }, """{"tool_choice":null}"""),
        ["task_mcp_tool_ids: value"] = (new() { TaskMcpToolIds = [Id] }, """{"task_mcp_tool_ids":["0195d207-3301-e94e-d17b-20c6b95df401"]}"""),
        ["task_mcp_tool_ids: []"] = (new() { TaskMcpToolIds = [] }, """{"task_mcp_tool_ids":[]}"""),
        ["task_mcp_tool_ids: null"] = (new() { TaskMcpToolIds = null }, """{"task_mcp_tool_ids":null}"""),
        ["integration_tool_ids: value"] = (new() { IntegrationToolIds = [Id] }, """{"integration_tool_ids":["0195d207-3301-e94e-d17b-20c6b95df401"]}"""),
        ["integration_tool_ids: []"] = (new() { IntegrationToolIds = [] }, """{"integration_tool_ids":[]}"""),
        ["integration_tool_ids: null"] = (new() { IntegrationToolIds = null }, """{"integration_tool_ids":null}"""),
        ["additional: value"] = (
            new() { Enabled = true, AdditionalFields = new JsonObject { ["retention_days"] = 30, ["CamelCase"] = null, ["deep"] = new JsonObject { ["é"] = new JsonArray(1, false, "x") } } },
            """{"enabled":true,"retention_days":30,"CamelCase":null,"deep":{"\u00E9":[1,false,"x"]}}"""),
        ["additional: null"] = (new() { AdditionalFields = null }, "{}"),
        ["left out by hand"] = (new() { Name = Optional.Unset, Tags = Optional.Unset, Test = default, LlmConfig = default }, "{}"),
    };

    internal const string FormatText =
        """{"severity":{"type":"str","description":"How bad it is.","options":["none","total"]},"refund_due":"bool","next_steps":{"type":"list","item_type":"str"},"items":{"type":"list","item_type":"object","nested_structure":{"name":"str","value_gbp":"number"},"later":{"x":1}}}""";

    internal static OutputFormat Format() => new()
    {
        ["severity"] = new OutputField { Type = OutputType.Text, Description = "How bad it is.", Options = ["none", "total"] },
        ["refund_due"] = OutputType.Boolean,
        ["next_steps"] = new OutputField { Type = OutputType.List, ItemType = OutputType.Text },
        ["items"] = new OutputField
        {
            Type = OutputType.List,
            ItemType = OutputType.Object,
            NestedStructure = new OutputFormat { ["name"] = OutputType.Text, ["value_gbp"] = OutputType.Number },
            AdditionalFields = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["later"] = JsonDocument.Parse("""{"x":1}""").RootElement },
        },
    };
}
