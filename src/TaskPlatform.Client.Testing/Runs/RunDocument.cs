using System.Globalization;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>The JSON of a run.</summary>
internal static class RunDocument
{
    public static JsonObject Build(PlatformState state, RunPlan plan, string filesPath, JsonNode? response, decimal? credits)
    {
        FakeRunContext run = plan.Context;
        int inputTokens = Tokens(run.Prompt) + (run.Files.Count * 250);
        int outputTokens = response is null ? 0 : Tokens(response.ToJsonString());
        JsonObject? group = plan.Request.Query.ReportingGroup is { } name ? state.Labels.Group(plan.Task.ProjectId, name) : null;
        return new JsonObject
        {
            ["id"] = run.RunId.ToString(),
            ["task_id"] = run.TaskId.ToString(),
            ["task_revision_id"] = run.RevisionId.ToString(),
            ["task_name"] = Json.Text(plan.Task.Root["name"]),
            ["model_name"] = run.ModelName,
            ["output_modality"] = run.Modality,
            ["response"] = WithUrl(response, filesPath, run),
            ["run_data"] = RunData(plan),
            ["files"] = Json.List(Listed(run).Select(file => (JsonNode?)Entry(file, filesPath))),
            ["created"] = state.Clock.Stamp(),
            ["input_tokens"] = inputTokens,
            ["output_tokens"] = outputTokens,
            ["total_tokens"] = inputTokens + outputTokens,
            ["input_processor_timing"] = state.Random.NextDouble() / 1000,
            ["rag_retrieval_timing"] = null,
            ["llm_call_timing"] = plan.Failure is null ? 1 + state.Random.NextDouble() : null,
            ["mcp_tool_timing"] = null,
            ["charged_credits"] = credits?.ToString(CultureInfo.InvariantCulture),
            ["input_processor_charged_credits"] = null,
            ["is_error"] = plan.Failure is not null,
            ["llm_retries"] = plan.PrimaryFailure is null ? 0 : 3,
            ["used_fallback_model"] = run.UsesFallbackModel,
            ["primary_failure_reason"] = plan.PrimaryFailure?.Reason,
            ["fallback_llm_model_id"] = run.UsesFallbackModel ? plan.Revision["fallback_llm_model_id"] : null,
            ["user_id"] = state.UserId.ToString(),
            ["reporting_group_id"] = Json.Text(group?["id"]),
            ["reporting_group"] = group,
            ["reference"] = run.Reference,
            ["context_id"] = plan.Request.Body["context_id"]?.DeepClone(),
            ["event_trigger_id"] = null,
        };
    }

    // A picture and a sound are named in the answer; other results, and the uploads, stand in the list.
    private static IEnumerable<FakeFile> Listed(FakeRunContext run) =>
        run.Modality is "image" or "audio" ? run.Files : run.Files.Concat(run.Produced);

    private static JsonObject Entry(FakeFile file, string filesPath) => new()
    {
        ["original_filename"] = file.FileName,
        ["stored_filename"] = file.StoredName,
        ["content_type"] = file.ContentType,
        ["download_url"] = Url(filesPath, file.StoredName),
        ["size_bytes"] = file.Content.Length,
    };

    private static JsonNode? WithUrl(JsonNode? response, string filesPath, FakeRunContext run)
    {
        string? name = response is JsonObject map ? Json.Text(map["image_name"]) ?? Json.Text(map["audio_name"]) : null;
        if (name is not null && run.Produced.Any(file => file.StoredName == name))
        {
            response!["download_url"] ??= Url(filesPath, name);
        }

        return response;
    }

    private static string Url(string filesPath, string storedName) => $"{filesPath}/{Uri.EscapeDataString(storedName)}";

    private static JsonObject RunData(RunPlan plan)
    {
        var data = new JsonObject { ["submitted"] = plan.Request.Inputs.DeepClone() };
        foreach (JsonNode? processor in plan.Revision.Document["input_processors"] as JsonArray ?? [])
        {
            if (Json.Text(processor?["param_name"]) is { } name && plan.Request.Inputs.ContainsKey(name))
            {
                data[$"{name}_preprocessed"] = plan.Request.Inputs[name]?.DeepClone();
            }
        }

        if (plan.Context.Files.Count > 0)
        {
            data["files"] = Json.List(plan.Context.Files.Select(file => (JsonNode?)JsonValue.Create(file.StoredName)));
        }

        return data;
    }

    // About four characters a token.
    private static int Tokens(string text) => (text.Length + 3) / 4;
}
