// A web service that runs a task: registration, health check, traces and metrics.
//   dotnet run --project samples/WebApi                     serves http://127.0.0.1:5080 on a platform in memory
//   dotnet run --project samples/WebApi -- --once           serves, calls itself, checks the answers and ends
//   dotnet run --project samples/WebApi -- --TaskId=ID      serves that task of your account (TASKPLATFORM_… in the environment)
// With OTEL_EXPORTER_OTLP_ENDPOINT set, traces and metrics go there too.
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TaskPlatform.Client;
using WebApi;

bool once = args is ["--once"];
WebApplicationBuilder builder = WebApplication.CreateBuilder(once ? [] : args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls(once ? "http://127.0.0.1:0" : "http://127.0.0.1:5080");

IHttpClientBuilder client = builder.Services.AddTaskPlatformClient();
builder.Services.AddHealthChecks().AddTaskPlatform(timeout: TimeSpan.FromSeconds(10));

bool exports = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
builder.Services.AddOpenTelemetry()
    .WithTracing(traces =>
    {
        // The framework's own spans too: they are the parents, and what is not recorded has no recorded children.
        traces.AddSource("Microsoft.AspNetCore", TaskPlatformTelemetry.ActivitySourceName).AddProcessor(new OneLinePerSpan());
        _ = exports ? traces.AddOtlpExporter() : traces;
    })
    .WithMetrics(metrics =>
    {
        metrics.AddMeter(TaskPlatformTelemetry.MeterName);
        _ = exports ? metrics.AddOtlpExporter() : metrics;
    });

using var project = new EmbeddedProject();
if (builder.Configuration["TaskId"] is null)
{
    project.Attach(builder, client);
}

await using WebApplication app = builder.Build();
Guid taskId = app.Configuration.GetValue<Guid>("TaskId");
app.MapHealthChecks("/health");
app.MapPost("/translations", async (Question question, TaskPlatformClient tasks, CancellationToken cancellationToken) =>
{
    try
    {
        TaskRun<Translation> run = await tasks.Tasks.RunAsync<Translation>(taskId, new RunTaskRequest
        {
            Input = { ["text"] = question.Text, ["language"] = question.Language },
        }, cancellationToken);
        return Results.Ok(new { run.Value.Text, RunId = run.Run.Id, run.Run.TotalChargedCredits });
    }
    catch (TaskPlatformException failure)
    {
        // The message holds neither inputs nor secrets. After an unknown outcome the caller must not simply try again.
        return Results.Problem(failure.Message, statusCode: failure.OutcomeUnknown ? 502 : 503);
    }
});

if (once)
{
    await app.StartAsync();
    return await OwnCalls.CheckAsync(app, project);
}

await app.RunAsync();
return 0;
