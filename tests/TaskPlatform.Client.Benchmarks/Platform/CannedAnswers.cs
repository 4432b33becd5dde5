using System.Text;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>What every contestant gets back: the platform's answers, and the rivals' own of the same size.</summary>
internal static class CannedAnswers
{
    internal static readonly byte[] Token = Encoding.UTF8.GetBytes("""{"access_token":"bench-token","token_type":"bearer","expires_in":3600}""");

    internal static readonly byte[] Run = Compact("""
        {"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6","task_id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa",
        "task_revision_id":"0196a4c8-9e52-c06f-fb38-6d1e07a2c973","task_name":"Translator","model_name":"heron-2-medium",
        "output_modality":"json","response":{"translation":"Hola mundo, qué tal","confidence":0.97},
        "run_data":{"submitted":{"text":"Hello world, how are you","language":"Spanish"}},"files":[],
        "created":"2025-06-30T12:14:09.331204Z","input_tokens":412,"output_tokens":96,"total_tokens":508,
        "input_processor_timing":0.000211500097066164,"llm_call_timing":2.914377819001675,"charged_credits":"3.40",
        "is_error":false,"llm_retries":0,"used_fallback_model":false,"primary_failure_reason":null,
        "fallback_llm_model_id":null,"user_id":"0192f3a4-9b21-d6e7-fa08-c41d35be9027","reporting_group_id":null,
        "reporting_group":null,"reference":"order-42","context_id":null}
        """);

    private static byte[] Compact(string json) => Encoding.UTF8.GetBytes(json.ReplaceLineEndings(""));
}
