using System.Text;
using System.Text.Json;
using TaskPlatform.Client.Benchmarks.HandWritten;
using TaskPlatform.Client.Benchmarks.Runs;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>What every contestant gets back: the platform's answers, and answers of the same size for the rivals' own protocols.</summary>
internal static class CannedAnswers
{
    internal const long FileLength = 256 * 1024 * 1024;

    private static readonly byte[] Token = Compact("""{"access_token":"bench-token","token_type":"bearer","expires_in":3600}""");

    private static readonly byte[] Run = RunWith("""{"translation":"Hola mundo, que tal","confidence":0.97}""", "json");

    private static readonly byte[] FileRun = RunWith($$"""{"image_name":"{{Addresses.FileName}}"}""", "image");

    private static readonly Lazy<byte[]> LargeText = new(() => RunWith($"\"{string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog, twice.\\n", 19_600))}\"", "text"));

    private static readonly Lazy<byte[]> LargeJson = new(() => RunWith(
        JsonSerializer.Serialize(
            new ItemList([.. Enumerable.Range(0, 13_000).Select(static number => new Item(number, $"Item number {number}", number / 7.0, number % 2 == 0))]),
            HandWrittenJsonContext.Default.ItemList),
        "json"));

    private static readonly byte[] Task = Compact("""
        {"id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","project_id":"0192f3a5-01de-b7f4-d0c2-3be418d7a652","name":"Translator",
        "description":"Translates","enabled":true,"public":false,"exposed_to_agents":false,"output_modality":"json",
        "task_run_visibility":"owner_only","created":"2025-03-26T10:31:02.415870Z","modified":"2025-05-06T07:55:40Z",
        "access_token":null,"active_revisions":[{"task_revision_id":"0196a4c8-9e52-c06f-fb38-6d1e07a2c973","weight":1.0}],
        "tags":[{"id":"0195e6f0-12ab-c48d-d7e1-9b3f60a5c812","name":"farms","entity_type":"task","created_at":"2025-03-30T08:04:11.900347Z"}],
        "revisions":[{"id":"0196a4c8-9e52-c06f-fb38-6d1e07a2c973","created":"2025-05-06T07:55:40.000001Z","modified":"2025-05-06T07:55:41Z",
        "active":true,"system_prompt":"You translate what you are given and nothing else.","user_prompt":"Translate {text} into {language}",
        "input_params":["text","language"],"llm_model_id":"01977c3e-51aa-d8e0-c45b-8f20b3d6174e","llm_model":{
        "id":"01977c3e-51aa-d8e0-c45b-8f20b3d6174e","name":"heron-2","alias":"Heron 2","provider":"Northlight","vendor":"northlight-eu",
        "description":"Reads.","supports_vision":true,"supports_pdf_vision":true,"price":"average","speed":"fast","max_context_window":200000,
        "created":"2025-06-17T09:12:44.508113Z","modified":"2025-06-17T09:12:44Z"},"llm_config":{"temperature":0.2},
        "output_format":{"translation":"str","confidence":{"type":"number","description":"From 0 to 1"}},"task_forwarder_id":null,"rag":null,
        "file_input_mode":"none","optimise_images":true,"test":false,"input_processors":[],"annotation":null,"fallback_llm_model_id":null,
        "fallback_llm_config":null,"tool_choice":null,"task_mcp_tool_ids":[],
        "tags":[{"id":"0195e6f0-77c4-f0a9-e21b-84d3c6f95e10","name":"candidate","entity_type":"task_revision"}]}]}
        """);

    private static readonly byte[] ChatCompletion = Compact("""
        {"id":"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT","object":"chat.completion","created":1741569952,"model":"heron-2-medium-2025-04-14",
        "choices":[{"index":0,"message":{"role":"assistant","content":"{\"translation\":\"Hola mundo, que tal, y gracias por
         preguntar; espero que todo vaya bien por ahi y que nos veamos pronto\",\"confidence\":0.97}","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":412,"completion_tokens":96,
        "total_tokens":508,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,
        "audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},"service_tier":"default",
        "system_fingerprint":"fp_0195d20732bbd03dcfdc7ee4d2f9e1aa"}
        """);

    private static readonly byte[] Message = Compact("""
        {"id":"msg_013Zva2CMHLNnXjNJJKqJ2EF","type":"message","role":"assistant","model":"heron-2-medium-20250630",
        "content":[{"type":"text","text":"{\"translation\":\"Hola mundo, que tal, y gracias por preguntar;
         espero que todo vaya bien por ahi y que nos veamos pronto. Saludos a todos, y hasta la semana que viene; si llueve nos quedamos en
         casa, y si hace sol vamos a la playa con los nietos y el perro, que ya tiene ganas de correr por la arena y de
         nadar\",\"confidence\":0.97}","citations":null}],
        "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":412,"output_tokens":96,"cache_creation_input_tokens":0,
        "cache_read_input_tokens":0,"cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},
        "server_tool_use":null,"service_tier":"standard"}}
        """);

    /// <summary>The whole answer to a path; null for the large file, which is no array.</summary>
    internal static byte[]? Of(string path) => path switch
    {
        _ when path.EndsWith("/run", StringComparison.Ordinal) => OfRun(path),
        _ when path.Contains("/file/", StringComparison.Ordinal) => null,
        _ when path.EndsWith("/chat/completions", StringComparison.Ordinal) => ChatCompletion,
        _ when path.EndsWith("/messages", StringComparison.Ordinal) => Message,
        Addresses.TokenPath => Token,
        _ => Task,
    };

    // Every answer of a run is found at the same cost: by the last letter of the task's id.
    private static byte[] OfRun(string path) => path[^5] switch
    {
        'b' => LargeText.Value,
        'c' => LargeJson.Value,
        'd' => FileRun,
        _ => Run,
    };

    private static byte[] RunWith(string response, string modality) => Compact("""
        {"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6","task_id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa",
        "task_revision_id":"0196a4c8-9e52-c06f-fb38-6d1e07a2c973","task_name":"Translator","model_name":"heron-2-medium",
        "output_modality":"MODALITY","response":RESPONSE,
        "run_data":{"submitted":{"text":"Hello world, how are you","language":"Spanish"}},"files":[],
        "created":"2025-06-30T12:14:09.331204Z","input_tokens":412,"output_tokens":96,"total_tokens":508,
        "input_processor_timing":0.000211500097066164,"llm_call_timing":2.914377819001675,"charged_credits":"3.40",
        "is_error":false,"llm_retries":0,"used_fallback_model":false,"primary_failure_reason":null,
        "fallback_llm_model_id":null,"user_id":"0192f3a4-9b21-d6e7-fa08-c41d35be9027","reference":"order-42"}
        """.Replace("MODALITY", modality, StringComparison.Ordinal).Replace("RESPONSE", response, StringComparison.Ordinal));

    private static byte[] Compact(string json) => Encoding.UTF8.GetBytes(json.ReplaceLineEndings(""));
}
