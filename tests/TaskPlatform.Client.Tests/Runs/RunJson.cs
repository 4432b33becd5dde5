using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>Answers of a run, and the keys the contract lists for them.</summary>
internal static class RunJson
{
    internal const string Golden = """
        {
          "id": "0197be10-64a8-f2c1-d95e-08b7a34ce1f6",
          "task_id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa",
          "task_revision_id": "0196a4c8-9e52-c06f-fb38-6d1e07a2c973",
          "task_name": "Parcel Damage Triage",
          "model_name": "heron-2-medium",
          "output_modality": "json",
          "response": { "severity": "partial", "refund_due": true },
          "run_data": {
            "submitted": { "carrier": "Greyline", "damage_note": "One corner crushed." },
            "damage_note_preprocessed": "One corner crushed."
          },
          "files": [
            {
              "original_filename": "parcel-front.jpg",
              "stored_filename": "e07b5a19-42cd-4f86-9c3e-1b8a60d7f254.jpg",
              "content_type": "image/jpeg",
              "download_url": "/org/o/project/p/task/t/run/r/file/e07b5a19-42cd-4f86-9c3e-1b8a60d7f254.jpg",
              "size_bytes": 184320,
              "source": "input",
              "source_task_name": "Photographer",
              "source_task_run_id": "0197be2c-9d31-e0b7-c8a4-f61d2e5907bc"
            }
          ],
          "created": "2025-06-30T12:14:09.331204Z",
          "input_tokens": 412,
          "output_tokens": 96,
          "total_tokens": 508,
          "input_processor_timing": 0.000211500097066164,
          "rag_retrieval_timing": 0.25,
          "llm_call_timing": 2.914377819001675,
          "mcp_tool_timing": 1.5,
          "rag_query_rewrite_input_tokens": 11,
          "rag_query_rewrite_output_tokens": 12,
          "rag_query_rewrite_total_tokens": 23,
          "charged_credits": "3.40",
          "input_processor_charged_credits": "0.10",
          "is_error": true,
          "llm_retries": 2,
          "used_fallback_model": true,
          "primary_failure_reason": "rate limited by the provider",
          "fallback_llm_model_id": "01985d90-2b67-f1c3-e09a-47ad5c81be22",
          "user_id": "0192f3a4-9b21-d6e7-fa08-c41d35be9027",
          "reporting_group_id": "0196b1d3-8c04-eaf2-c561-7de9a402b835",
          "reporting_group": {
            "id": "0196b1d3-8c04-eaf2-c561-7de9a402b835",
            "project_id": "0192f3a5-01de-b7f4-d0c2-3be418d7a652",
            "name": "leith-depot",
            "description": "The depot in Leith",
            "created": "2025-05-08T20:01:55.710066Z",
            "modified": "2025-05-09T20:01:55"
          },
          "reference": "claim-2025-00418",
          "context_id": "claims-june",
          "event_trigger_id": ["trigger-1", "0197be10-64a8-f2c1-d95e-08b7a34ce1f7"]
        }
        """;

    internal static readonly string[] Keys =
    [
        "id", "task_id", "task_revision_id", "response", "run_data", "created", "input_tokens", "output_tokens", "total_tokens",
        "input_processor_timing", "llm_call_timing", "mcp_tool_timing", "rag_retrieval_timing", "charged_credits",
        "input_processor_charged_credits", "files", "is_error", "llm_retries", "used_fallback_model", "primary_failure_reason",
        "fallback_llm_model_id", "user_id", "reporting_group_id", "reporting_group", "reference", "context_id", "model_name",
        "task_name", "output_modality", "rag_query_rewrite_input_tokens", "rag_query_rewrite_output_tokens",
        "rag_query_rewrite_total_tokens", "event_trigger_id",
    ];

    internal static readonly string[] FileKeys =
    [
        "original_filename", "stored_filename", "content_type", "download_url", "size_bytes", "source", "source_task_name", "source_task_run_id",
    ];

    internal static readonly string[] ReportingGroupKeys = ["id", "project_id", "name", "description", "created", "modified"];

    internal static TaskRun Read(string json) => JsonSerializer.Deserialize<TaskRun>(json)!;

    internal static string WithEach(IEnumerable<string> keys, string value) =>
        "{" + string.Join(',', keys.Select(key => $"\"{key}\":{value}")) + "}";

    internal static string GoldenWith(string key, string value)
    {
        JsonObject golden = JsonNode.Parse(Golden)!.AsObject();
        golden[key] = JsonNode.Parse(value);
        return golden.ToJsonString();
    }
}
