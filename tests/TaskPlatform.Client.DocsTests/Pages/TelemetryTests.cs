using System.Diagnostics;
using FluentAssertions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Tests;
using Xunit;

namespace DocsCode;

[Collection(nameof(AloneInTheProcess))]
public sealed class TelemetryTests : PageTest
{
    [Fact]
    public async Task OpenTelemetry_hears_what_the_text_names()
    {
        Guid taskId = AddTranslate().Id;
        List<Activity> spans = [];
        List<MetricSnapshot> metrics = [];

        // docs: telemetry
        using TracerProvider traces = Sdk.CreateTracerProviderBuilder().AddSource(TaskPlatformTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build();
        using MeterProvider meters = Sdk.CreateMeterProviderBuilder().AddMeter(TaskPlatformTelemetry.MeterName).AddInMemoryExporter(metrics).Build();

        // docs: end
        await Client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } }, TestContext.Current.CancellationToken);
        traces.ForceFlush();
        meters.ForceFlush();

        string text = Document.Read("docs/observability.md").Text;
        IEnumerable<string> told = spans.Select(span => span.DisplayName)
            .Concat(spans.SelectMany(span => span.TagObjects.Select(tag => tag.Key)).Where(key => key != "taskplatform.operation"))
            .Concat(metrics.Select(metric => metric.Name));
        told.Should().Contain("generate_content").And.Contain("taskplatform.client.credits")
            .And.OnlyContain(name => text.Contains($"`{name}`", StringComparison.Ordinal));
    }
}
