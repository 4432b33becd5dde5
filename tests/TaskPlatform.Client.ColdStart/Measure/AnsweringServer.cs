using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client.ColdStart;

/// <summary>Answers a token request and a run, always the same, over loopback HTTP.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    internal const string Text = "Hola mundo";

    private const string Organization = "0192f3a4-77c0-d9ab-e2f4-5c10b7e8d361";
    private const string Project = "0192f3a5-01de-b7f4-d0c2-3be418d7a652";
    private const string TaskId = "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa";

    private const string Token = """{"access_token":"cold-start-token","token_type":"bearer","expires_in":3599}""";

    private const string Run = $$"""
        {
          "id": "0197be10-64a8-f2c1-d95e-08b7a34ce1f6",
          "task_id": "{{TaskId}}",
          "task_revision_id": "0196a4c8-9e52-c06f-fb38-6d1e07a2c973",
          "response": { "text": "{{Text}}" },
          "run_data": { "submitted": { "text": "Hello world", "language": "Spanish" } },
          "files": [],
          "created": "2025-06-30T12:14:09.331204Z",
          "input_tokens": 412,
          "output_tokens": 96,
          "total_tokens": 508,
          "input_processor_timing": 0.000211500097066164,
          "llm_call_timing": 2.914377819001675,
          "charged_credits": "3.40",
          "input_processor_charged_credits": "0.10",
          "is_error": false,
          "llm_retries": 0,
          "used_fallback_model": false,
          "primary_failure_reason": null,
          "fallback_llm_model_id": null,
          "user_id": "0192f3a4-9b21-d6e7-fa08-c41d35be9027",
          "reference": null
        }
        """;

    private readonly WebApplication application;

    private AnsweringServer(WebApplication application) => this.application = application;

    /// <summary>Organization, project and task, in the order in which the programs take them.</summary>
    internal static string[] Ids => [Organization, Project, TaskId];

    internal string Address => application.Urls.Single() + "/";

    internal static async Task<AnsweringServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/oauth2/token", static () => Results.Text(Token, "application/json"));
        server.MapPost($"/api/v1/org/{Organization}/project/{Project}/task/{TaskId}/run", static () => Results.Text(Run, "application/json"));
        await server.StartAsync();
        return new AnsweringServer(server);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
