using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests;
using Xunit;

namespace DocsCode;

[Collection(nameof(AloneInTheProcess))]
public sealed class ObservabilityTests : PageTest
{
    private const string Secret = "Nobody shall read this";

    [Fact]
    public async Task OpenTelemetry_hears_what_the_text_names()
    {
        List<Activity> spans = [];
        List<MetricSnapshot> metrics = [];

        // docs: telemetry
        using TracerProvider traces = Sdk.CreateTracerProviderBuilder().AddSource(TaskPlatformTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build();
        using MeterProvider meters = Sdk.CreateMeterProviderBuilder().AddMeter(TaskPlatformTelemetry.MeterName).AddInMemoryExporter(metrics).Build();

        // docs: end
        await DoAllSortsAsync();
        traces.ForceFlush();
        meters.ForceFlush();

        string text = Document.Read("docs/observability.md").Text;
        text += Document.Read("docs/wire.md").Text;     // holds the names of all operations
        IEnumerable<string> told = spans.Select(span => span.DisplayName)
            .Concat(spans.SelectMany(span => span.TagObjects.Select(tag => tag.Key)))
            .Concat(spans.SelectMany(span => span.Events.SelectMany(one => one.Tags.Select(tag => tag.Key).Append(one.Name))))
            .Concat(spans.SelectMany(span => span.TagObjects.Where(tag => tag.Key == "error.type").Select(tag => (string)tag.Value!)))
            .Concat(metrics.Select(metric => metric.Name));
        told.Should().Contain(["generate_content", "invoke_agent", "get_token", "run_failed", "403", "taskplatform.client.credits", "taskplatform.client.fallbacks"])
            .And.OnlyContain(name => text.Contains($"`{name}`", StringComparison.Ordinal) || name == "403");
        spans.SelectMany(span => span.TagObjects).Should().NotContain(tag => tag.Value!.ToString()!.Contains(Secret, StringComparison.Ordinal));
        spans.SelectMany(span => span.TagObjects).Should().NotContain(tag => tag.Value!.ToString()!.Contains("order-42", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_is_told_the_two_names()
    {
        List<Activity> spans = [];
        var services = new ServiceCollection();

        // docs: telemetry-host
        services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(TaskPlatformTelemetry.ActivitySourceName))
            .WithMetrics(metrics => metrics.AddMeter(TaskPlatformTelemetry.MeterName));

        // docs: end
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans));
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<TracerProvider>();
        await Client.Tasks.RunAsync(Platform.AddTask("Greet").Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        spans.Select(span => span.DisplayName).Should().Equal("get_token", "generate_content");
    }

    [Fact]
    public async Task A_run_is_one_span_with_an_event_for_each_attempt()
    {
        List<Activity> spans = [];
        using TracerProvider traces = Sdk.CreateTracerProviderBuilder().AddSource(TaskPlatformTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build();
        FakeTask task = AddTranslate();
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.4m);
        task.FailPrimary("overloaded");
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);

        TaskRun run = await RunAsync(task.Id);

        Activity span = spans.Single(one => one.DisplayName == "generate_content");
        span.Events.Select(one => one.Tags.Single(tag => tag.Key == "taskplatform.attempt.outcome").Value).Should().Equal("throttled", "answered", "answered");
        Dictionary<string, object?> told = new(span.TagObjects, StringComparer.Ordinal);
        told.Should().Contain("taskplatform.attempts", 3).And.Contain("taskplatform.credits", 1.4).And.Contain("taskplatform.fallback.by", "client")
            .And.Contain("gen_ai.response.id", run.Id.ToString()).And.Contain("gen_ai.response.model", Platform.FallbackModelId.ToString());
    }

    [Fact]
    public async Task A_listener_adds_up_credits()
    {
        Guid taskId = Platform.AddTask("Greet").Id;

        (await CountAsync(() => Client.Tasks.RunAsync(taskId, new RunTaskRequest()))).Should().Be(1);
    }

    private async Task DoAllSortsAsync()
    {
        FakeTask task = AddTranslate();
        task.FallsBack = false;
        await RunAsync(task.Id);
        await Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = Secret });
        await Client.Agents.RunToEndAsync(Platform.AddAgent("Concierge").Id, new RunTaskAgentRequest { Message = Secret });
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.Zero);
        task.FailPrimary("overloaded", times: 2);
        await RunAsync(task.Id);
        task.FailFallback("overloaded", times: 1);
        await ((Func<Task>)(() => RunAsync(task.Id))).Should().ThrowAsync<TaskRunFailedException>();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.Forbidden);
        await ((Func<Task>)(() => RunAsync(task.Id))).Should().ThrowAsync<TaskPlatformPermissionException>();
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.OK, "no JSON");
        await ((Func<Task>)(() => RunAsync(task.Id))).Should().ThrowAsync<TaskPlatformSerializationException>();
    }

    private Task<TaskRun> RunAsync(Guid taskId) =>
        Client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = Secret, ["language"] = "Spanish" }, Reference = "order-42" });

    private static async Task<double> CountAsync(Func<Task> workAsync)
    {
        // docs: telemetry-listener
        double spent = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument is { Meter.Name: TaskPlatformTelemetry.MeterName, Name: "taskplatform.client.credits" })
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, credits, _, _) => spent += credits);     // may come from many threads
        listener.Start();

        // docs: end
        await workAsync();
        return spent;
    }
}
