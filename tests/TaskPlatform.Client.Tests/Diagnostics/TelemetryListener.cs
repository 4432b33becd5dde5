using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TaskPlatform.Client.Tests.Diagnostics;

/// <summary>Listens as a program with OpenTelemetry does, and keeps what it hears.</summary>
internal sealed class TelemetryListener : IDisposable
{
    private readonly List<Activity> spans = [];
    private readonly List<MetricSnapshot> metrics = [];
    private readonly TracerProvider tracer;
    private readonly MeterProvider meter;

    public TelemetryListener()
    {
        tracer = Sdk.CreateTracerProviderBuilder().AddSource(TaskPlatformTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build();
        meter = Sdk.CreateMeterProviderBuilder().AddMeter(TaskPlatformTelemetry.MeterName).AddInMemoryExporter(metrics).Build();
    }

    /// <summary>The spans that ended, but those of token requests.</summary>
    public IReadOnlyList<Activity> Spans => [.. Ended().Where(span => span.OperationName != "get_token")];

    /// <summary>All spans that ended.</summary>
    public IReadOnlyList<Activity> Ended()
    {
        tracer.ForceFlush();
        return [.. spans];
    }

    /// <summary>What a metric has added up to or was told, by its attributes written as <c>key=value</c>, sorted.</summary>
    public IReadOnlyDictionary<string, double> Values(string metric)
    {
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (MetricSnapshot snapshot in Collect().Where(one => one.Name == metric))
        {
            foreach (MetricPoint point in snapshot.MetricPoints)
            {
                values[Text(point.Tags)] = snapshot.MetricType switch
                {
                    MetricType.LongSum => point.GetSumLong(),
                    MetricType.DoubleSum => point.GetSumDouble(),
                    _ => point.GetHistogramSum(),
                };
            }
        }

        return values;
    }

    /// <summary>Everything that was heard, as text.</summary>
    public string Everything() => string.Join(
        '\n',
        [
            .. Ended().SelectMany(static span => (IEnumerable<string?>)
            [
                span.DisplayName, span.StatusDescription,
                .. span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"),
                .. span.Events.SelectMany(static told => told.Tags.Select(static tag => $"{tag.Key}={tag.Value}")),
                .. span.Baggage.Select(static pair => $"{pair.Key}={pair.Value}"),
            ]),
            .. Collect().SelectMany(static metric => metric.MetricPoints.Select(point => metric.Name + " " + Text(point.Tags))),
        ]);

    public void Dispose()
    {
        tracer.Dispose();
        meter.Dispose();
    }

    private List<MetricSnapshot> Collect()
    {
        metrics.Clear();
        meter.ForceFlush();
        return metrics;
    }

    private static string Text(ReadOnlyTagCollection tags)
    {
        var words = new List<string>();
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            words.Add($"{tag.Key}={tag.Value}");
        }

        words.Sort(StringComparer.Ordinal);
        return string.Join(' ', words);
    }
}
