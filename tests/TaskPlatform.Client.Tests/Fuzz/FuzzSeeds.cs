using System.Text;
using TaskPlatform.Client.Tests.Agents;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Runs;
using TaskPlatform.Client.Tests.Tasks;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>The good answers that are damaged, of one kind.</summary>
internal sealed class FuzzSeeds
{
    /// <summary>A secret that stands in errors, as if a server repeated it: never to be seen again.</summary>
    internal const string ApiKey = "fuzz/key+with.signs=77e1";

    /// <summary>The same for answers of the token endpoint.</summary>
    internal const string ClientSecret = "fuzz secret: ~!%41&\"x";

    private const string Id = "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa";

    private static readonly string[] Tasks =
    [
        TaskAnswers.Complete, TaskAnswers.Old, TaskAnswers.Future,
        // A new revision as an update without headers has to find it.
        $$$$"""{"id":"{{{{Id}}}}","active_revisions":[{"task_revision_id":"{{{{Id}}}}"}],"revisions":[{"id":"0195d207-3301-e94e-d17b-20c6b95df401","created":"2999-01-01T00:00:00Z","active":false,"system_prompt":"Sort.","llm_config":{"temperature":0.2,"stop":["a",null,{"b":1e3}]},"output_format":{"ok":"bool","parts":{"type":"list","item_type":"object","nested_structure":{"n":"int"}}},"input_processors":[{"param_name":"p","input_processor":"url_fetcher","config":{"max":1,"deep":{"x":[1]}}}],"tags":[{"id":"t"}],"rag":{"collection_id":"c","rag_config":{"final_k":5}},"task_mcp_tool_ids":["m"]}]}""",
    ];

    private static readonly string[] Agents =
    [
        AgentAnswers.Complete, AgentAnswers.Sequential, AgentAnswers.Future,
        $$$$"""{"id":"{{{{Id}}}}","revisions":[{"id":"0195d207-3301-e94e-d17b-20c6b95df401","created":"2999-01-01T00:00:00Z","active":false,"instruction":"Grade.","memory_config":{"max_events":60},"task_tools":[{"task_id":"{{{{Id}}}}","order":0}],"mcp_servers":[{"task_mcp_server_id":"{{{{Id}}}}","allowed_tool_ids":["a"],"tool_action_modes":{"a":"auto_run"}}]}]}""",
    ];

    private static readonly string[] Runs =
    [
        RunJson.Golden,
        $$$$"""{"id":"{{{{Id}}}}","response":{"image_name":"a.png","content_type":"image/png","download_url":"/org/o/a.png","size_bytes":5},"files":[{"stored_filename":"a.png","content_type":"image/png","size_bytes":5,"source":"generated"}]}""",
        $$$$"""{"id":"{{{{Id}}}}","output_modality":"audio","response":{"audio_name":"a.mp3"},"files":null,"charged_credits":".5"}""",
        $$$$"""{"id":"{{{{Id}}}}","output_modality":"pdf","response":"see file","files":[{"stored_filename":"a.pdf","content_type":"application/pdf; x=y"}],"charged_credits":"+1."}""",
        $$$$"""{"id":"{{{{Id}}}}","response":"a,b\n1,2","files":[{"stored_filename":"t","content_type":"text/csv","source":"generated"}],"is_error":false}""",
        $$$$"""{"id":"{{{{Id}}}}","output_modality":"csv","response":{"csv_name":"t.csv"},"used_fallback_model":true,"is_error":null}""",
        $$$$"""{"id":"{{{{Id}}}}","response":{"severity":"total","refund_due":false,"steps":["{\"name\":\"a\",\"count\":2}",{"name":"b","count":"3"}],"more":{"x":[[1,"{}"],[]]}}}""",
        $$$$"""{"id":"{{{{Id}}}}","response":"Hello","run_data":{"submitted":{"text":"Hi"}},"input_tokens":1,"output_tokens":2,"total_tokens":3,"created":"2025-06-30T12:14:09Z"}""",
    ];

    private static readonly string[] Errors =
    [
        .. ErrorBodies.All.Values.Select(static one => one.Text).Where(static text => text.Length < 2000 && text.TrimStart('\uFEFF', ' ', '\r', '\n') is ['{', .., '}'] && text != "{nothing of the kind}" && !text.Contains("CUT", StringComparison.Ordinal)).Select(static text => text.TrimStart('\uFEFF')),
        $$$$"""{"detail":[{"loc":["body","task_tools",1,"task_id"],"msg":"{{{{ApiKey}}}} is no UUID","type":"uuid_parsing","input":"{{{{ApiKey}}}}","ctx":{"error":"x"}},{"loc":"query","msg":null},"just words",7]}""",
        $$$$"""{"detail":{"reason":"{{{{ApiKey}}}}","message":"The key {{{{ApiKey}}}} is not known."},"request_id":"{{{{ApiKey}}}}"}""",
        $$$$"""{"error":{"code":401,"status":"Unauthorized","request":"gw-{{{{ApiKey}}}}","message":"{{{{ApiKey}}}}"}}""",
    ];

    private static readonly string[] Tokens =
    [
        """{"access_token":"opaque-token-1","token_type":"bearer","expires_in":3599,"scope":"a b","refresh_token":"rotated-1"}""",
        """{"access_token":"a.b.c","expires_in":"3600","token_type":"Bearer"}""",
        """{"access_token":"short","expires_in":0}""",
        """{"error":"invalid_client","error_description":"The secret fuzz secret: ~!%41&\"x is wrong."}""",
    ];

    private static readonly Dictionary<FuzzKind, FuzzSeeds> All = new()
    {
        [FuzzKind.Task] = new(Tasks),
        [FuzzKind.Agent] = new(Agents),
        [FuzzKind.Run] = new(Runs),
        [FuzzKind.Error] = new(Errors),
        [FuzzKind.Token] = new(Tokens),
    };

    private FuzzSeeds(string[] answers)
    {
        // Half a surrogate pair in a good answer would be refused here already; the mutator puts them in.
        Trees = [.. answers.Where(static answer => !answer.Contains("\\ud83d", StringComparison.Ordinal)).Select(JsonTree.Parse)];
        Bodies = [.. answers.Select(Encoding.UTF8.GetBytes)];
    }

    internal IReadOnlyList<JsonTree> Trees { get; }

    internal IReadOnlyList<byte[]> Bodies { get; }

    internal static FuzzSeeds Of(FuzzKind kind) => All[kind];
}
